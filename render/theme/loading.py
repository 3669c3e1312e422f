"""A theme as a value, read from its folder and the folders of its parents."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from render.errors import ThemeError
from render.findings import Finding
from render.theme.costs import check_cost
from render.theme.rules import check_fonts, check_settings, check_style, check_template

_MAX_PARENTS = 5
_Read = TypeVar("_Read")

# Many e-readers in use know no custom properties, so a book gets the values themselves.
_WITHOUT_PROPERTIES = frozenset({"epub.css"})


@dataclass(frozen=True, slots=True)
class FontFace:
    """One static font file; `web` is the same face as WOFF2, where the theme has one."""

    family: str
    weight: int
    style: str
    path: Path
    web: Path | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with all it inherits.

    `tokens` are tables of values by name: `colour`, `colour-dark`, `font`, `type`,
    `measure`. `folders` are its own and then its parents', nearest first. `known` keeps what
    was read and checked of files that do not change while we run; None where they may.
    """

    name: str
    tokens: Mapping[str, Mapping[str, str]]
    fonts: tuple[FontFace, ...]
    folders: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()
    known: dict[str, Any] | None = field(default=None, compare=False, repr=False)

    def css(self, file: str) -> str:
        """The tokens as custom properties, then the parents' rules, then the theme's own.

        A token `line` of the table `measure` is `var(--measure-line)`; the tokens of
        `colour-dark` take the place of those of `colour` on dark screens, and where the
        root has `data-colours="dark"`. In `epub.css`
        the values stand in place of `var()`, the dark ones as `var(--colour-dark-text)`.
        Raises ThemeError where no folder has the file or a rule of themes is broken.
        """
        return self._once(file, self._css)

    def frame(self, file: str) -> Path:
        """The template `file` of the nearest folder that has it; raises ThemeError as `css`."""
        return self._once(file, self._frame)

    def fill(self, file: str, **values: object) -> str:
        """The template `file` filled in, all escaped that is not markup.

        Raises ThemeError, with the line, where it cannot be.
        """
        # Jinja is not needed to list themes or read their tokens.
        from render.theme.frames import filled

        self.frame(file)
        return filled(self.folders, file, self.name, values)

    def with_findings(self, findings: tuple[Finding, ...]) -> Theme:
        """The same theme with what was found in it."""
        return dataclasses.replace(self, findings=findings)

    def unchanging(self) -> Theme:
        """The same theme, each of its files read once."""
        return dataclasses.replace(self, known={})

    def _once(self, file: str, read: Callable[[str], _Read]) -> _Read:
        if self.known is None:
            return read(file)
        if file not in self.known:
            self.known[file] = read(file)
        found: _Read = self.known[file]
        return found

    def _css(self, file: str) -> str:
        found = [folder / file for folder in reversed(self.folders) if (folder / file).is_file()]
        if not found:
            raise ThemeError(
                f"theme '{self.name}' has no '{file}'", hint="name a parent theme that has it"
            )
        rules = [path.read_text(encoding="utf-8") for path in found]
        for path, style in zip(found, rules, strict=True):
            check_style(path, style)
            check_cost(path, style)
        if file in _WITHOUT_PROPERTIES:
            return _with_values("\n".join(rules), self.tokens, self.name)
        properties = _light(self.tokens)
        if file != "print.css":  # paper has no dark side
            properties = f"{properties}\n{_schemes(self.tokens)}"
        return "\n".join((properties, *rules))

    def _frame(self, file: str) -> Path:
        path = next((each / file for each in self.folders if (each / file).is_file()), None)
        if path is None:
            raise ThemeError(
                f"theme '{self.name}' has no '{file}'", hint="name a parent theme that has it"
            )
        check_template(path)
        return path


def read_theme(folder: Path, find: Callable[[str], Path]) -> Theme:
    """The theme in `folder`; `find` gives the folder of a parent by name or path."""
    folders = [folder]
    settings = [_settings(folder)]
    while parent := settings[-1].get("parent"):
        beside = (folders[-1] / str(parent)).resolve()
        above = beside if (beside / "theme.toml").is_file() else find(str(parent))
        if above in folders or len(folders) > _MAX_PARENTS:
            raise ThemeError(
                f"theme '{settings[0]['name']}' has itself among its parents",
                hint=f"change `parent` in {folders[-1] / 'theme.toml'}",
            )
        folders.append(above)
        settings.append(_settings(above))
    tokens = _tokens(settings)
    check_settings(str(settings[0]["name"]), tokens)
    fonts = [
        face
        for place, values in zip(folders, settings, strict=True)
        for face in _fonts(place, values)
    ]
    return Theme(str(settings[0]["name"]), tokens, tuple(fonts), tuple(folders))


def _settings(folder: Path) -> dict[str, Any]:
    path = folder / "theme.toml"
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"{path} is not TOML: {error}", hint="correct the line it names") from None
    unknown = set(settings) - {"name", "parent", "fonts", *_TABLES}
    if unknown:
        raise ThemeError(
            f"{path} has '{min(unknown)}', which no theme has",
            hint=f"a theme has name, parent, fonts, {', '.join(_TABLES)}",
        )
    if not isinstance(settings.get("name"), str):
        raise ThemeError(f"{path} has no name", hint='add name = "…"')
    return settings


_TABLES = ("colour", "colour-dark", "font", "type", "measure")


def _tokens(settings: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    merged: dict[str, dict[str, str]] = {table: {} for table in _TABLES}
    for values in reversed(settings):
        for table in _TABLES:
            merged[table] |= {name: str(value) for name, value in values.get(table, {}).items()}
    return merged


def _fonts(folder: Path, settings: dict[str, Any]) -> list[FontFace]:
    faces = [
        FontFace(
            family=str(entry.get("family", "")),
            weight=int(entry.get("weight", 400)),
            style=str(entry.get("style", "normal")),
            path=folder / str(entry.get("file", "")),
            web=folder / str(entry["web"]) if "web" in entry else None,
        )
        for entry in settings.get("fonts", [])
    ]
    check_fonts(folder, [path for face in faces for path in (face.path, face.web) if path])
    return faces


def _light(tokens: Mapping[str, Mapping[str, str]]) -> str:
    lines = [
        f"  --{table}-{name}: {value};"
        for table in _TABLES
        if table != "colour-dark"
        for name, value in tokens[table].items()
    ]
    return "\n".join([":root {", *lines, "}"])


def _schemes(tokens: Mapping[str, Mapping[str, str]]) -> str:
    """The dark colours where the device asks for them, and what the reader chose on the page."""
    light, dark = (
        "".join(f" --colour-{name}: {value};" for name, value in tokens[table].items())
        for table in ("colour", "colour-dark")
    )
    return "\n".join(
        (
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark} }} }}",
            "@media screen {",
            f'  :root[data-colours="light"] {{{light} }}',
            f'  :root[data-colours="dark"] {{{dark} }}',
            "}",
        )
    )


def _with_values(style: str, tokens: Mapping[str, Mapping[str, str]], theme: str) -> str:
    values = {
        f"{table}-{name}": value for table in _TABLES for name, value in tokens[table].items()
    }

    def value(found: re.Match[str]) -> str:
        name = found.group(1).strip()
        if name not in values:
            raise ThemeError(
                f"theme '{theme}': epub.css uses '--{name}', which is no token",
                hint=f"the tokens are: {', '.join(sorted(values))}",
            )
        return values[name]

    return re.sub(r"var\(\s*--([\w-]+)\s*(?:,[^)]*)?\)", value, style)
