"""Links that can be followed; every other becomes its own words, with a finding."""

import re
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from msgspec.structs import replace

from render.findings import Finding, Place, Severity
from render.model import Article, Embed, Inline, Link, NoteRef, Quote
from render.model.walk import AnyNode, Inlines, plain_text, rebuild, rewrite, walk

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
URL_LIMIT = 8_000

_SPACE_OR_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE = re.compile(r'[ "<>\\^`{|}\u00a0\u2028\u2029]')


def follow_links(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with every address cleaned, and what leads nowhere unwrapped.

    Allowed are http, https, mailto, tel and fragments that exist; a relative address is
    resolved against the article's canonical URL. Links in links and note calls in links,
    which no format can hold, move out.
    """
    links = _Links(article)
    changed = rewrite(article, enter=links.enter, nodes=links.blocks, inlines=links.inlines)
    meta = replace(
        changed.meta,
        canonical_url=links.web(changed.meta.canonical_url, "canonical_url"),
        authors=tuple(
            replace(author, url=links.web(author.url, "author")) for author in changed.meta.authors
        ),
    )
    return replace(changed, meta=meta), tuple(links.findings)


def clean_address(href: str, base: str | None = None) -> tuple[str | None, str]:
    """The address to write and "", or None and what is wrong with the one given."""
    cleaned = _SPACE_OR_CONTROL.sub("", href).strip()
    if not cleaned or len(cleaned) > URL_LIMIT:
        return None, "it is empty" if not cleaned else f"it has {len(cleaned):,} characters"
    try:
        resolved = urljoin(base, cleaned) if base and cleaned[0] != "#" else cleaned
        parts = urlsplit(resolved)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return None, "it is malformed"
    scheme = parts.scheme.lower()
    if resolved[0] == "#":
        return resolved, ""
    if not scheme:
        return None, "it is relative, and the article has no canonical URL"
    if scheme not in SCHEMES:
        return None, f"'{scheme[:20]}:' addresses are not allowed"
    if scheme in {"http", "https"} and (not host or _UNSAFE.search(host)):
        return None, "it names no host"
    return _UNSAFE.sub(lambda found: quote(found.group(), safe=""), resolved), ""


class _Links:
    """What one walk needs to know: which ids exist, and what was found."""

    def __init__(self, article: Article) -> None:
        self.findings: list[Finding] = []
        self._here = "meta"
        self._base = article.meta.canonical_url
        self._notes = {note.id for note in article.notes}
        self._targets = {"title", "deck", "byline"}
        for node in walk(article):
            if node.id:
                self._targets |= {node.id, f"{node.id}-h", f"{node.id}-caption"}

    def enter(self, node: AnyNode) -> AnyNode:
        self._here = node.id or self._here
        if isinstance(node, Quote) and node.cite is not None:
            return replace(node, cite=self.web(node.cite, node.id or ""))
        return node

    def web(self, address: str | None, node: str) -> str | None:
        if address is None:
            return None
        cleaned, why = clean_address(address, self._base)
        if cleaned is None:
            self._report("PREP-003", f"the address '{_short(address)}' was left out: {why}", node)
        return cleaned

    def blocks(self, nodes: tuple[Any, ...]) -> tuple[Any, ...]:
        kept: list[Any] = []
        for node in nodes:
            if not isinstance(node, Embed):
                kept.append(node)
                continue
            cleaned = self.web(node.href, node.id or "")
            # Without its address, what an embed shows is what it says it is.
            kept.extend(node.children if cleaned is None else (replace(node, href=cleaned),))
        return tuple(kept)

    def inlines(self, run: Inlines) -> Inlines:
        kept: list[Inline] = []
        for inline in run:
            match inline:
                case Link():
                    kept.extend(self._link(inline))
                case NoteRef() if inline.note not in self._notes:
                    self._report("PREP-004", f"there is no note '{inline.note[:60]}'", "")
                case _:
                    kept.append(inline)
        return tuple(kept)

    def _link(self, link: Link) -> Inlines:
        address, why = self._address(link.href)
        children, calls = _flat(link.children)
        if address is not None and not plain_text(children).strip():
            address, why = None, "it has no text"
        if address is None:
            self._report("PREP-003", f"the link '{_short(link.href)}' became text: {why}", "")
            return (*children, *calls)
        kind = "internal" if address[0] == "#" else link.kind
        return (replace(link, href=address, children=children, kind=kind), *calls)

    def _address(self, href: str) -> tuple[str | None, str]:
        address, why = clean_address(href, self._base)
        if address is not None and address[0] == "#" and unquote(address[1:]) not in self._targets:
            return None, "it leads nowhere in the article"
        return address, why

    def _report(self, code: str, message: str, node: str) -> None:
        self.findings.append(
            Finding(code, Severity.WARNING, message, where=Place(node=node or self._here))
        )


def _flat(run: Inlines) -> tuple[Inlines, Inlines]:
    """What a link may hold: no links, no note calls; the calls come second."""
    calls: list[Inline] = []

    def inside(found: Inlines) -> Inlines:
        kept: list[Inline] = []
        for inline in found:
            if isinstance(inline, NoteRef):
                calls.append(inline)
            elif isinstance(inline, Link):
                kept.extend(inside(inline.children))
            else:
                kept.append(rebuild(inline, nodes=_same, inlines=lambda _field, r: inside(r)))
        return tuple(kept)

    return inside(run), tuple(calls)


def _same(nodes: tuple[Any, ...]) -> tuple[Any, ...]:
    return nodes


def _short(address: str) -> str:
    return address if len(address) <= 60 else f"{address[:60]}…"
