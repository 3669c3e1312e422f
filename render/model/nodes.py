"""The node kinds of an article: fifteen blocks and eleven inlines.

Reading order is tree order. Sections nest and carry no level: renderers count
levels, so none can be skipped. There is no raw HTML, class, style or width.
Every node may carry an id, a language (BCP 47) and a direction; the last two
are inherited from the parent.

One module, because blocks and inlines refer to each other.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Node(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="type",
):
    """What every node may carry. The one place where the model inherits."""

    id: str | None = None
    lang: str | None = None
    dir: Direction | None = None


# --- alt text: three values, so that "not written" is never taken for "decorative"


class Described(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="described"):
    """Alternative text that says what the picture says."""

    text: str


class Decorative(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="decorative"):
    """The picture adds nothing; it is an artifact in every format."""


class Missing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="missing"):
    """Nobody wrote an alternative; `reason` says how we know. Never rendered as `alt=""`."""

    reason: str = ""


# --- inlines


class Text(Node, tag="text", frozen=True):
    """Plain characters; white space is ordinary spacing, never layout."""

    value: str


class Marked(Node, tag="marked", frozen=True):
    """A run whose meaning print shows by its face."""

    kind: MarkKind
    children: tuple[Inline, ...]


class Span(Node, tag="span", frozen=True):
    """A run in another language or direction, said in another way, or one sentence.

    `say` replaces the text when it is spoken. `kind="sentence"` is set by the
    sentences transform only; sentences never nest.
    """

    children: tuple[Inline, ...]
    say: str | None = None
    kind: Literal["sentence"] | None = None


class Link(Node, tag="link", frozen=True):
    """A link. Its children are its name, so they are never empty."""

    href: str
    children: tuple[Inline, ...]
    kind: Literal["external", "internal", "download"] = "external"


class Abbr(Node, tag="abbr", frozen=True):
    """An abbreviation; `say` tells speech to read it as a word, letters or its expansion."""

    children: tuple[Inline, ...]
    expansion: str | None = None
    say: Literal["word", "letters", "expansion"] | None = None


class Ruby(Node, tag="ruby", frozen=True):
    """Base text with its reading beside it."""

    children: tuple[Inline, ...]
    annotation: str


class Time(Node, tag="time", frozen=True):
    """A date or time; `datetime` has a form that HTML allows on `time`."""

    datetime: str
    children: tuple[Inline, ...]


class NoteRef(Node, tag="note-ref", frozen=True):
    """The call of a note; `note` is the id of a `Note` of the article."""

    note: str


class LineBreak(Node, tag="line-break", frozen=True):
    """A break with meaning, as in an address."""


# --- both inline and block


class Image(Node, tag="image", frozen=True):
    """A picture; `asset` is the id of an `Asset`, `description` its extended description."""

    asset: str
    alt: Alt
    description: tuple[Block, ...] = ()


class Math(Node, tag="math", frozen=True):
    """A formula as MathML; `alt` is the formula in words and is required."""

    mathml: str
    alt: str
    latex: str | None = None


# --- blocks


class Section(Node, tag="section", frozen=True):
    """A titled part; its level is its depth, counted by whoever renders it."""

    heading: tuple[Inline, ...]
    children: tuple[Block, ...]
    kind: Literal["body", "appendix", "transcript", "bibliography"] = "body"


class Paragraph(Node, tag="paragraph", frozen=True):
    """A paragraph of text."""

    children: tuple[Inline, ...]


class Item(Node, tag="item", frozen=True):
    """One item of a list; `value` is its number where the source sets one."""

    children: tuple[Block, ...]
    value: int | None = None


class List(Node, tag="list", frozen=True):
    """A list. `start` and `numbering` have a meaning only when it is ordered."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int | None = None
    numbering: Literal["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"] = (
        "decimal"
    )


class Term(Node, tag="term", frozen=True):
    """One term of a definition list."""

    children: tuple[Inline, ...]


class Definition(Node, tag="definition", frozen=True):
    """One definition of a definition list."""

    children: tuple[Block, ...]


class Entry(Node, tag="entry", frozen=True):
    """Terms with their definitions."""

    terms: tuple[Term, ...]
    definitions: tuple[Definition, ...]


class DefinitionList(Node, tag="definition-list", frozen=True):
    """A glossary, an interview or a fact box."""

    entries: tuple[Entry, ...]


class Quote(Node, tag="quote", frozen=True):
    """A quotation set apart, with who said it and where."""

    children: tuple[Block, ...]
    attribution: tuple[Inline, ...] = ()
    cite: str | None = None


class VerseLine(Node, tag="verse-line", frozen=True):
    """One line of verse."""

    children: tuple[Inline, ...]


class Verse(Node, tag="verse", frozen=True):
    """Poems and addresses: lines whose ends have a meaning."""

    lines: tuple[VerseLine, ...]


class Figure(Node, tag="figure", frozen=True):
    """Pictures, media, tables, code or formulas under one caption."""

    content: tuple[FigureContent, ...]
    caption: tuple[Inline, ...] = ()
    credit: tuple[Inline, ...] = ()


class Track(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text track of a media file; `asset` is an asset id."""

    kind: Literal["subtitles", "captions", "descriptions", "chapters"]
    lang: str
    asset: str


class Media(Node, tag="media", frozen=True):
    """Sound or film. Formats that cannot play it show its title and transcript."""

    kind: Literal["audio", "video"]
    asset: str
    title: str
    tracks: tuple[Track, ...] = ()
    transcript: tuple[Block, ...] = ()
    poster: Image | None = None


class Cell(Node, tag="cell", frozen=True):
    """One cell; `scope` is for headers only and None lets the grid decide."""

    children: tuple[Block, ...]
    header: bool = False
    scope: Literal["col", "row", "colgroup", "rowgroup"] | None = None
    colspan: int = 1
    rowspan: int = 1
    abbr: str | None = None


class Row(Node, tag="row", frozen=True):
    """One row, in the head, body or foot of its table."""

    cells: tuple[Cell, ...]
    section: Literal["head", "body", "foot"] = "body"


class Table(Node, tag="table", frozen=True):
    """A data table; which headers a cell has is computed, never stored."""

    rows: tuple[Row, ...]
    caption: tuple[Inline, ...] = ()
    summary: str | None = None


class Code(Node, tag="code", frozen=True):
    """Program text, kept to the letter, line ends included."""

    value: str
    language: str | None = None
    caption: tuple[Inline, ...] = ()


class Aside(Node, tag="aside", frozen=True):
    """A part beside the main flow; `repeats` marks a pull quote of text found elsewhere."""

    kind: Literal["box", "note", "warning", "correction", "related", "pullquote"]
    children: tuple[Block, ...]
    heading: tuple[Inline, ...] = ()
    repeats: bool = False


class Embed(Node, tag="embed", frozen=True):
    """Something from elsewhere (a post, a map); `children` say what it is and are required."""

    href: str
    title: str
    children: tuple[Block, ...]


class Break(Node, tag="break", frozen=True):
    """A thematic break, or the start of the printed page called `label`."""

    kind: Literal["thematic", "page"] = "thematic"
    label: str | None = None


Direction = Literal["ltr", "rtl", "auto"]
MarkKind = Literal[
    "emphasis", "strong", "struck", "sub", "sup", "quote", "work-title", "term", "code"
]
Alt = Described | Decorative | Missing
Inline = Text | Marked | Span | Link | Abbr | Ruby | Time | NoteRef | Image | Math | LineBreak
Block = (
    Section
    | Paragraph
    | List
    | DefinitionList
    | Quote
    | Verse
    | Figure
    | Image
    | Media
    | Table
    | Code
    | Math
    | Aside
    | Embed
    | Break
)
FigureContent = Image | Media | Table | Code | Math
