"""Markdown to an article, through the same mapping that all HTML takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token
from msgspec.structs import replace

from render.decoding import decode
from render.dom import Account, Body, TreeMapper, map_body, open_comment, parse_fragment
from render.errors import EmptyArticleError
from render.findings import Finding, Place, Severity
from render.language import settle
from render.model import Article, Block, Described, Image, Inline, Missing, Section, Text
from render.model.walk import plain_text, walk
from render.readers.markdown.dialect import FLATTENED, parser
from render.readers.markdown.front_matter import FrontMatter, nearest_key, read_front_matter
from render.readers.markdown.metadata import check_values, cover, lexicon, make_meta
from render.readers.markdown.structure import shape, take_abbreviations, take_notes
from render.readers.markdown.writer import Writer
from render.reading import Decision, Dropped, Reading, ReadOptions, Source

Inlines = tuple[Inline, ...]
_COLONS = re.compile(":{3,}")


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A Markdown text as HTML of our own, with what was noticed on the way."""

    html: str
    front: FrontMatter
    findings: tuple[Finding, ...]
    dropped: tuple[Dropped, ...]


def read(source: Source, options: ReadOptions) -> Reading:
    """The article of a Markdown file.

    Raises InputError for front matter that cannot be read and EmptyArticleError
    when there is no text.
    """
    decoded = decode(source, options)
    parsed = _parse(decoded.text, source.name)
    tree = parse_fragment(parsed.html)
    account = Account(file=source.name, keep_all=options.keep_all, list_silent=True)
    hidden = open_comment(parsed.html)
    if hidden:
        account.warn("HTML-026", "a comment is never closed and hides the rest", hint="add -->")
        account.drop(re.sub(r"<[^>]*>", " ", hidden), "comment-not-closed")
    if "\0" in decoded.text:
        account.warn("HTML-025", f"{decoded.text.count(chr(0))} NUL characters are replaced")
    if tree.flattened:
        account.warn("HTML-022", f"{tree.flattened} elements are nested too deeply and flattened")
    body = map_body(tree.root, tree.root, account)
    article, decisions = _article(body, parsed.front.values, options, account)
    findings = (*decoded.findings, *parsed.findings, *account.findings)
    return Reading(article, decisions, (*parsed.dropped, *account.dropped), findings)


def _parse(text: str, file: str) -> _Parsed:
    env: dict[str, Any] = {}
    tokens = parser().parse(text, env)
    front, findings = _front_matter(tokens, file)
    if FLATTENED in env:
        findings.append(
            _finding("MD-007", "nested too deeply: the rest is plain text", file, env[FLATTENED])
        )
    findings += _stray_ends(tokens, file)
    tokens, abbreviations = take_abbreviations(tokens)
    tokens, notes = take_notes(tokens)
    writer = Writer(abbreviations=abbreviations)
    html = writer.write(shape(tokens))
    html += _write_notes(notes, env, writer)
    dropped = _uncalled(notes, env, writer, findings, file)
    for line, formula in writer.formulas:
        message = f"formula '{formula[:60]}' cannot be read and is shown as its source"
        findings.append(
            _finding("MD-005", message, file, line, "correct its LaTeX, or write it as MathML")
        )
    for line, name in writer.unknown:
        message = f"container '{name[:40]}' means nothing; its text is kept"
        findings.append(_finding("MD-006", message, file, line))
    return _Parsed(html, front, tuple(findings), dropped)


def _stray_ends(tokens: list[Token], file: str) -> Iterator[Finding]:
    """Lines of colons that end nothing: as text they would be said aloud without a word."""
    for token in tokens:
        lines = token.content.split("\n") if token.type == "inline" and token.map else ()
        for number, line in enumerate(lines):
            if _COLONS.fullmatch(line.strip()):
                yield _finding(
                    "MD-010",
                    f"'{line.strip()[:10]}' ends nothing here and is kept as text",
                    file,
                    (token.map or [0])[0] + number + 1,
                    "give a box around another more colons than that one has",
                )


def _front_matter(tokens: list[Token], file: str) -> tuple[FrontMatter, list[Finding]]:
    findings: list[Finding] = []
    if not tokens or tokens[0].type != "front_matter":
        return FrontMatter({}), findings
    # The opening line is not part of the content.
    front = read_front_matter(tokens[0].content, file, 2)
    for key in front.unknown:
        near = nearest_key(key)
        hint = f"did you mean '{near}'?" if near else ""
        message = f"front matter key '{key[:60]}' is not used"
        findings.append(Finding("MD-001", Severity.NOTE, message, hint, Place(file=file, line=1)))
    findings.extend(check_values(front.values, file))
    return front, findings


def _write_notes(notes: Mapping[str, list[Token]], env: Mapping[str, Any], writer: Writer) -> str:
    """The notes that are called, as the section that the mapper takes them from."""
    items: list[str] = []
    for number, called in env.get("footnotes", {}).get("list", {}).items():
        label = called.get("label")
        if label is None:
            content = f"<p>{writer.write_inline(called.get('tokens') or [])}</p>"
        else:
            content = writer.write(shape(notes.get(label, [])))
        items.append(f'<li role="doc-footnote" id="fn-{number + 1}">{content}</li>')
    # Raw HTML before it may have left elements open; a note is found wherever it stands.
    return f'<section role="doc-endnotes"><ol>{"".join(items)}</ol></section>' if items else ""


def _uncalled(
    notes: Mapping[str, list[Token]],
    env: Mapping[str, Any],
    writer: Writer,
    findings: list[Finding],
    file: str,
) -> tuple[Dropped, ...]:
    called = {note.get("label") for note in env.get("footnotes", {}).get("list", {}).values()}
    out: list[Dropped] = []
    for label, tokens in notes.items():
        if label in called:
            continue
        text = parse_fragment(writer.write(tokens)).root.text()
        line = tokens[0].map[0] + 1 if tokens and tokens[0].map else None
        out.append(Dropped(text, "note-not-called", line, line))
        findings.append(_finding("MD-002", f"note '{label[:40]}' is never called", file, line))
    return tuple(out)


def _article(
    body: Body, values: Mapping[str, Any], options: ReadOptions, account: Account
) -> tuple[Article, tuple[Decision, ...]]:
    title, blocks, rule = _title(body, values, options, account)
    text = " ".join(node.value for b in blocks for node in walk(b) if isinstance(node, Text))
    written = values.get("lang")
    declared = options.lang or (written if isinstance(written, str) else None)
    settled = settle(declared, text, file=account.file)
    account.findings.extend(settled.findings)
    meta = make_meta(values, title, settled.lang, options, lambda text: _inline(text, account))
    if not blocks and not body.notes:
        raise EmptyArticleError(f"{account.file}: no article text")
    address, alternative = cover(values)
    if address:
        alt = Described(alternative) if alternative else Missing("no cover_alt")
        meta = replace(meta, cover=Image(asset=account.asset(address), alt=alt))
    article = Article(
        meta=meta,
        body=blocks,
        notes=body.notes,
        assets=tuple(account.assets.values()),
        lexicon=lexicon(values, settled.lang),
    )
    decisions = (
        Decision("title", plain_text(title), rule, "", 1.0),
        Decision("lang", settled.lang, settled.how, declared or "", settled.probability),
    )
    return article, decisions


def _title(
    body: Body, values: Mapping[str, Any], options: ReadOptions, account: Account
) -> tuple[Inlines, tuple[Block, ...], str]:
    """The title and the body without it: as asked, else front matter, else the only h1."""
    blocks = body.blocks
    first = blocks[0] if blocks and isinstance(blocks[0], Section) else None
    tops = body.heading_levels.count(1)
    is_title = first is not None and body.heading_levels[:1] == (1,) and tops == 1
    if tops > 1:
        account.warn("MD-008", f"{tops} headings of level 1; one may be the title")
    written = values.get("title")
    chosen: Inlines = (Text(value=options.title),) if options.title else ()
    if not chosen and isinstance(written, str):
        chosen = _inline(written, account)
    if first is not None and is_title:
        if not chosen:
            return first.heading, (*first.children, *blocks[1:]), "only-h1"
        if _same(chosen, first.heading):
            return chosen, (*first.children, *blocks[1:]), "front-matter"
    if chosen:
        return chosen, blocks, "option" if options.title else "front-matter"
    if first is not None:
        account.warn("MD-009", "no title; the first heading is taken")
        return first.heading, (*first.children, *blocks[1:]), "first-heading"
    name = re.sub(r"\.\w+$", "", account.file.rsplit("/", 1)[-1])
    account.warn("MD-009", "no title; the file's name is taken", hint="add `title:` above the text")
    return (Text(value=name or "untitled"),), blocks, "file-name"


def _same(one: Inlines, other: Inlines) -> bool:
    return plain_text(one).split() == plain_text(other).split()


def _inline(text: str, account: Account) -> Inlines:
    tokens = parser().parseInline(text)
    html = Writer().write_inline([child for token in tokens for child in token.children or []])
    return TreeMapper(account).inlines(parse_fragment(html).root.children)


def _finding(code: str, message: str, file: str, line: int | None, hint: str = "") -> Finding:
    return Finding(code, Severity.WARNING, message, hint, Place(file=file, line=line))
