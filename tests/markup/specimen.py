"""One article with every kind of block and inline, as the markup tests see it."""

from render.model import (
    Abbr,
    Article,
    Aside,
    Asset,
    Author,
    Break,
    Cell,
    Code,
    Decorative,
    Definition,
    DefinitionList,
    Described,
    Embed,
    Entry,
    Figure,
    Image,
    Item,
    LineBreak,
    Link,
    List,
    Marked,
    Math,
    Media,
    Meta,
    Missing,
    Note,
    NoteRef,
    Paragraph,
    Quote,
    Row,
    Ruby,
    Section,
    Span,
    Table,
    Term,
    Text,
    Time,
    Verse,
    VerseLine,
)


def text(value):
    return (Text(value=value),)


def sentence(id_, *children):
    inlines = tuple(Text(value=child) if isinstance(child, str) else child for child in children)
    return Span(kind="sentence", id=id_, children=inlines)


def paragraph(value, id_=None):
    return Paragraph(id=id_, children=text(value))


def cell(value, id_, **options):
    return Cell(id=id_, children=(paragraph(value),), **options)


META = Meta(
    title=(sentence("title-s1", "Salt & <light>"),),
    deck=text("What the desert keeps."),
    kicker="Travel",
    lang="en",
    authors=(Author(name="Ada B."), Author(name="Ines C.", role="photographer")),
    published="2026-11-24",
    place="Bamako",
)

TALK = Paragraph(
    id="p-2",
    children=(
        sentence(
            "p-2-s1",
            "See ",
            Link(href="#p-1", children=text("above")),
            NoteRef(note="n1"),
            " and ",
            Link(href="javascript:alert(1)", children=text("nowhere")),
            NoteRef(note="n1"),
            ".",
        ),
        Text(value=" "),
        sentence(
            "p-2-s2",
            Abbr(expansion="World Health Organization", children=text("WHO")),
            " on ",
            Time(datetime="2026-11-24", children=text("Tuesday")),
            ": ",
            Span(lang="ar", dir="rtl", children=text("سلام")),
            ", ",
            Ruby(children=text("漢字"), annotation="kanji"),
            ", ",
            Marked(kind="emphasis", children=text("soft")),
            ", ",
            Image(id="img-3", asset="lost", alt=Described("a star")),
            LineBreak(),
            Math(id="m-1", mathml="<math><mi onclick='x()'>x</mi></math>", alt="x"),
            ".",
        ),
    ),
)

SPANNED = Table(
    id="tbl-1",
    caption=text("Rain"),
    summary="Years stand above, towns at the left.",
    rows=(
        Row(
            section="head",
            cells=(
                cell("Town", "a", header=True, rowspan=2),
                cell("Year", "b", header=True, colspan=2),
            ),
        ),
        Row(section="head", cells=(cell("2025", "c", header=True), cell("2026", "d", header=True))),
        Row(cells=(cell("Gao", "e", header=True), cell("12", "f"), cell("9", "g"))),
    ),
)

FIGURE = Figure(
    id="fig-1",
    content=(
        Image(
            id="img-1",
            asset="map",
            alt=Described("A map of the river"),
            description=(paragraph("The river turns north at the lake."),),
        ),
        Image(id="img-2", asset="dunes", alt=Missing()),
        Image(asset="rule", alt=Decorative()),
    ),
    caption=text("The river in spring."),
)

BLOCKS = (
    List(
        id="list-1",
        items=(
            Item(
                id="list-1-i1",
                children=(
                    paragraph("Salt"),
                    List(
                        ordered=True,
                        start=3,
                        numbering="lower-roman",
                        items=(Item(children=(paragraph("grey"),)),),
                    ),
                ),
            ),
        ),
    ),
    DefinitionList(
        entries=(
            Entry(
                terms=(Term(children=text("Erg")),),
                definitions=(Definition(children=(paragraph("A sea of dunes."),)),),
            ),
        )
    ),
    Quote(id="quote-1", children=(paragraph("Walk early."),), attribution=text("A guide")),
    Verse(lines=(VerseLine(children=text("Wind,")), VerseLine(children=text("and sand.")))),
    FIGURE,
    SPANNED,
    Code(id="code-1", value="if a < b:\n\tpass", language="python", caption=text("A test")),
    Math(id="m-2", mathml="<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", alt="one half"),
    Aside(id="aside-1", kind="warning", children=(paragraph("Carry water."),)),
    Aside(id="aside-2", kind="box", heading=text("Tea"), children=(paragraph("Three glasses."),)),
    Aside(id="aside-3", kind="pullquote", repeats=True, children=(paragraph("Walk early."),)),
    Embed(href="https://example.org/a b", title="A post", children=(paragraph("It says hello."),)),
    Break(id="break-1", kind="page", label="12"),
    Break(),
    Media(
        id="media-1",
        kind="audio",
        asset="lost",
        title="The market at dawn",
        transcript=(paragraph("Voices, then bells."),),
    ),
)

ARTICLE = Article(
    meta=META,
    body=(
        paragraph("Far away.", "p-1"),
        Section(id="sec-1", heading=(sentence("sec-1-h-s1", "The road"),), children=(TALK,)),
        Section(id="sec-2", heading=text("The rest"), children=BLOCKS),
    ),
    notes=(Note(id="n1", children=(paragraph("So they say."),)),),
    assets=(
        Asset(id="map", width_px=30, height_px=40, credit="Ministry of Water"),
        Asset(id="dunes"),
    ),
)
URLS = {"map": "map.png", "dunes": "dunes.jpg", "rule": "rule.png"}
