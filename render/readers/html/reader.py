"""HTML to an article: a whole page with its chrome, or a fragment without any."""

from __future__ import annotations

import re
from dataclasses import replace as replace_options

from render.decoding import decode
from render.dom import (
    Account,
    Body,
    Element,
    Tree,
    TreeMapper,
    map_body,
    open_comment,
    parse_document,
    parse_fragment,
)
from render.errors import EmptyArticleError, UsageError
from render.findings import Finding
from render.language import settle
from render.model import (
    Article,
    Author,
    Block,
    Code,
    Image,
    Inline,
    Math,
    Media,
    Meta,
    Section,
    Text,
)
from render.model.walk import plain_text, walk
from render.readers.html.charset import declared_encoding
from render.readers.html.metadata import page_metadata
from render.readers.html.page import Page, drop_outside, settle_page
from render.reading import Decision, Reading, ReadOptions, Source

_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_HEAD_CHARACTERS = 8192
Inlines = tuple[Inline, ...]
# Content without a single text node.
_WORDLESS = (Code, Image, Math, Media)


def read(source: Source, options: ReadOptions) -> Reading:
    """The article of an HTML page or fragment.

    Raises EmptyArticleError when there is no text, UsageError for a CSS selector that
    matches nothing, and what decoding raises.
    """
    if options.encoding is None:
        options = replace_options(options, encoding=declared_encoding(source.data))
    decoded = decode(source, options)
    account = Account(file=source.name, keep_all=options.keep_all)
    _report_unreadable(decoded.text, account)
    is_page = _PAGE.search(decoded.text[:_HEAD_CHARACTERS]) is not None
    tree = _parse(decoded.text, options.select, is_page=is_page)
    if tree.flattened:
        account.warn("HTML-022", f"{tree.flattened} elements are nested too deeply and flattened")
    metadata = page_metadata(tree.root)
    account.base_url = metadata.base_url
    if is_page or options.select is not None:
        page = settle_page(tree, metadata, options, account)
    else:
        page = Page(tree.root, metadata)
    deck = _deck(page, options, account)
    body = map_body(page.region, tree.root, account)
    if not options.keep_all or options.select is not None:
        drop_outside(tree.root, page.region, account)
    article, decisions, findings = _assemble(page, body, deck, options, account)
    return Reading(
        article,
        (*page.decisions, *decisions),
        tuple(account.dropped),
        (*decoded.findings, *findings, *account.findings),
    )


def _parse(html: str, select: str | None, *, is_page: bool) -> Tree:
    try:
        return parse_document(html, select) if is_page else parse_fragment(html, select)
    except ValueError as error:
        raise UsageError(
            f"'{select}' is no CSS selector", hint="try --select 'article' or '#content'"
        ) from error


def _report_unreadable(text: str, account: Account) -> None:
    """What an HTML parser passes over without a word."""
    if "\0" in text:
        account.warn("HTML-025", f"{text.count(chr(0))} NUL characters are left out")
    hidden = open_comment(text)
    if hidden:
        account.warn("HTML-026", "a comment is never closed and hides the rest", hint="add -->")
        account.drop(hidden, "comment-not-closed")


def _deck(page: Page, options: ReadOptions, account: Account) -> Inlines:
    if options.deck is not None:
        if page.credits.deck is not None and not options.keep_all:
            account.drop(page.credits.deck, "deck-overridden")
        return (Text(value=options.deck),) if options.deck else ()
    if page.credits.deck is None:
        return ()
    return TreeMapper(account).inlines(page.credits.deck.children)


def _assemble(
    page: Page,
    body: Body,
    deck: Inlines,
    options: ReadOptions,
    account: Account,
) -> tuple[Article, tuple[Decision, ...], tuple[Finding, ...]]:
    title, blocks, how = _title(page, body, options, account)
    text = _text(blocks)
    if not text.strip() and not any(isinstance(node, _WORDLESS) for node in _nodes(blocks)):
        raise EmptyArticleError(
            f"{account.file}: no article text",
            hint="try --keep all, or --select with a CSS selector",
        )
    declared = options.lang or _nearest(page.region, "lang") or page.metadata.lang
    settled = settle(declared or None, text, file=account.file)
    meta = _meta(page, title, deck, settled.lang, options)
    article = Article(
        meta=meta, body=blocks, notes=body.notes, assets=tuple(account.assets.values())
    )
    decisions = (
        Decision("title", plain_text(title), how, _cut(page), 0.9),
        Decision("lang", settled.lang, settled.how, declared, settled.probability),
    )
    return article, decisions, settled.findings


def _meta(page: Page, title: Inlines, deck: Inlines, lang: str, options: ReadOptions) -> Meta:
    metadata = page.metadata
    kicker = page.credits.kicker
    direction = (_nearest(page.region, "dir") or metadata.direction).lower()
    return Meta(
        title=title,
        lang=lang,
        dir="rtl" if direction == "rtl" else None,
        kicker=kicker.text() if kicker is not None else None,
        deck=deck,
        authors=_authors(page, options),
        published=page.credits.published,
        modified=metadata.modified,
        publisher=metadata.publisher or None,
        section=metadata.section or None,
        keywords=metadata.keywords,
        canonical_url=metadata.canonical_url or None,
    )


def _title(
    page: Page, body: Body, options: ReadOptions, account: Account
) -> tuple[Inlines, tuple[Block, ...], str]:
    """The title and the body without it."""
    blocks = body.blocks
    if body.heading_levels.count(1) > 1:
        account.warn("HTML-023", f"{body.heading_levels.count(1)} headings of level 1")
    if options.title:
        if page.title is not None and page.title.heading is not None:
            account.drop(page.title.heading, "title-overridden")
        return (Text(value=options.title),), blocks, "option"
    if page.title is not None:
        inlines: Inlines = (Text(value=page.title.text),)
        if page.title.heading is not None:
            inlines = TreeMapper(account).inlines(page.title.heading.children)
        return inlines, blocks, page.title.source
    first = blocks[0] if blocks and isinstance(blocks[0], Section) else None
    if first is not None:
        account.warn("HTML-024", "no title; the first heading is taken")
        return first.heading, (*first.children, *blocks[1:]), "first-heading"
    name = re.sub(r"\.\w+$", "", account.file.rsplit("/", 1)[-1]) or "untitled"
    account.warn("HTML-024", "no title; the file's name is taken", hint="pass --title")
    return (Text(value=name),), blocks, "file-name"


def _cut(page: Page) -> str:
    cut = page.title.cut if page.title is not None else ""
    return f"without '{cut}'" if cut else ""


def _nearest(region: Element, name: str) -> str:
    """The attribute of the region or of what it stands in: it overrides the page's."""
    found = (node.get(name) for node in (region, *region.ancestors()) if node.tag != "html")
    return next((value for value in found if value), "")


def _authors(page: Page, options: ReadOptions) -> tuple[Author, ...]:
    if options.byline is not None:
        return (Author(name=options.byline),) if options.byline else ()
    return tuple(Author(name=name) for name in page.credits.authors)


def _nodes(blocks: tuple[Block, ...]) -> list[object]:
    return [node for block in blocks for node in walk(block)]


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join(node.value for node in _nodes(blocks) if isinstance(node, Text))
