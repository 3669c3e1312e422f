"""What the mapping finds, drops and collects on its way."""

from __future__ import annotations

from dataclasses import dataclass, field

from render.dom.tree import Element
from render.findings import Finding, Place, Severity
from render.model import Asset, Note
from render.reading import Dropped


@dataclass(slots=True)
class Account:
    """The ledger of one reading: findings, dropped text, assets and notes.

    `file` names the input in findings. `keep_all` keeps what is hidden or interactive;
    `list_silent` lists scripts and styles as dropped text too. `note_ids` maps the
    written id of a note's element to that of its Note, `targets` a fragment to a node id.
    """

    file: str = ""
    keep_all: bool = False
    list_silent: bool = False
    base_url: str = ""
    findings: list[Finding] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    assets: dict[str, Asset] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    note_ids: dict[str, str] = field(default_factory=dict)
    note_elements: dict[str, Element] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    targets: dict[str, str] = field(default_factory=dict)

    def warn(self, code: str, message: str, element: Element | None = None, hint: str = "") -> None:
        """Report an imperfection that costs the reader something."""
        self._report(code, Severity.WARNING, message, element, hint)

    def note(self, code: str, message: str, element: Element | None = None, hint: str = "") -> None:
        """Report what was done where nothing is lost."""
        self._report(code, Severity.NOTE, message, element, hint)

    def drop(self, what: Element | str, rule: str) -> None:
        """List text that is left out, word for word; nothing when it has no text."""
        text = what if isinstance(what, str) else what.text()
        text = " ".join(text.split())
        if text:
            line = _line(what) if isinstance(what, Element) else None
            self.dropped.append(Dropped(text, rule, line, line))

    def asset(self, href: str, *, data: bytes | None = None, media_type: str | None = None) -> str:
        """The id of the asset at `href`; the same address always gives the same id."""
        if href not in self.assets:
            shown = None if data is not None else href
            name = f"asset-{len(self.assets) + 1}"
            self.assets[href] = Asset(id=name, href=shown, data=data, media_type=media_type)
        return self.assets[href].id

    def _report(
        self, code: str, severity: Severity, message: str, element: Element | None, hint: str
    ) -> None:
        where = Place(file=self.file)
        if element is not None:
            where = Place(file=self.file, line=_line(element), detail=_path(element))
        self.findings.append(Finding(code, severity, message, hint, where))


def _line(element: Element) -> int | None:
    """The source line that the Markdown reader wrote down; HTML parsers tell none."""
    for node in (element, *element.ancestors()):
        line = node.attributes.get("data-line", "")
        if line.isdecimal():
            return int(line)
    return None


def _path(element: Element) -> str:
    """A short CSS path such as `#main > p > a`."""
    parts: list[str] = []
    for node in (element, *element.ancestors()):
        if node.tag in {"html", "body"}:
            break
        name = node.get("id")
        parts.append(f"#{name}" if name else node.tag)
        if name or len(parts) == 4:
            break
    return " > ".join(reversed(parts))
