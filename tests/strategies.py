"""Articles and texts for property tests."""

from typing import Any

from hypothesis import strategies as st

from render import model as m

hostile_text = st.text(
    st.characters()
    | st.sampled_from(
        "\0\x07\x1f\x7f\x85\x92\ud800\ufffe\u202e\u202c\u2067\u2069\u0301\u0344\ue000\U000e0041"
    ),
    max_size=40,
)
"""Any characters at all, lone surrogates and noncharacters included."""

words = st.sampled_from(
    [
        "Mali",
        "l’eau",
        "M. Diarra",
        "n° 5",
        "«\u00a0oui\u00a0!\u00a0»",
        "2026",
        "ɲɛɲini",
        "القاهرة",
        "漢字",
    ]
)
prose = st.lists(words, min_size=1, max_size=8).map(lambda run: " ".join(run) + ". ")
"""Well-behaved text of one to eight words that ends a sentence."""

langs = st.sampled_from(["fr", "en", "ar", "bm", "zh-Hant"])
maybe_lang = st.none() | langs
"""A language for a node, mostly none."""


def node(**fields: Any) -> dict[str, Any]:
    """Field strategies, with a language that most nodes do without."""
    return {"lang": maybe_lang, **fields}


texts = st.builds(m.Text, value=prose)


def _inline_parents(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    runs = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(
            m.Marked,
            kind=st.sampled_from(["emphasis", "strong", "struck", "sub", "sup", "term", "code"]),
            children=runs,
        ),
        st.builds(m.Span, **node(children=runs, say=st.none() | words)),
        st.builds(m.Link, href=st.just("https://example.org/a"), children=runs),
        st.builds(m.Abbr, children=runs, expansion=st.none() | words),
        st.builds(m.Ruby, children=runs, annotation=words),
        st.builds(m.Time, datetime=st.just("2026-03-12"), children=runs),
    )


images = st.builds(
    m.Image,
    asset=st.just("photo"),
    alt=st.builds(m.Described, text=words) | st.just(m.Decorative()) | st.just(m.Missing()),
)
formulas = st.builds(m.Math, mathml=st.just("<math><mi>x</mi></math>"), alt=words)
inline_leaves = st.one_of(
    texts, texts, texts, st.just(m.LineBreak()), st.just(m.NoteRef(note="note-1")), images, formulas
)
inlines = st.recursive(inline_leaves, _inline_parents, max_leaves=6)
runs = st.tuples(texts) | st.builds(
    lambda first, rest: (first, *rest), texts, st.lists(inlines, max_size=4)
)
"""A run of inlines that begins with text, so that it is never empty."""

paragraphs = st.builds(m.Paragraph, **node(children=runs))


def _rows(cells: st.SearchStrategy[Any], columns: int) -> st.SearchStrategy[Any]:
    row = st.builds(m.Row, cells=st.lists(cells, min_size=columns, max_size=columns).map(tuple))
    return st.lists(row, min_size=1, max_size=3).map(tuple)


def _block_parents(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    blocks = st.lists(children, min_size=1, max_size=3).map(tuple)
    items = st.lists(st.builds(m.Item, children=blocks), min_size=1, max_size=3).map(tuple)
    cells = st.builds(m.Cell, children=blocks, header=st.booleans())
    tables = st.integers(1, 3).flatmap(
        lambda columns: st.builds(m.Table, rows=_rows(cells, columns), caption=runs | st.just(()))
    )
    entries = st.builds(
        m.Entry,
        terms=st.tuples(st.builds(m.Term, children=runs)),
        definitions=st.tuples(st.builds(m.Definition, children=blocks)),
    )
    return st.one_of(
        st.builds(m.Section, **node(heading=runs, children=blocks)),
        st.builds(m.List, items=items, ordered=st.booleans()),
        st.builds(m.DefinitionList, entries=st.lists(entries, min_size=1, max_size=2).map(tuple)),
        st.builds(m.Quote, **node(children=blocks, attribution=runs | st.just(()))),
        st.builds(m.Aside, kind=st.just("box"), children=blocks, heading=runs | st.just(())),
        st.builds(
            m.Figure, content=st.tuples(images | tables | formulas), caption=runs, credit=runs
        ),
        st.builds(m.Embed, href=st.just("https://example.org/"), title=words, children=blocks),
        tables,
    )


codes = st.builds(m.Code, value=st.text("ab \n", min_size=1), caption=runs | st.just(()))
verses = st.builds(
    m.Verse,
    lines=st.lists(st.builds(m.VerseLine, children=runs), min_size=1, max_size=3).map(tuple),
)
breaks = st.just(m.Break()) | st.builds(m.Break, kind=st.just("page"), label=st.just("12"))
block_leaves = st.one_of(paragraphs, paragraphs, codes, verses, breaks, images, formulas)
blocks = st.recursive(block_leaves, _block_parents, max_leaves=8)
notes = st.builds(m.Note, id=st.just("note-1"), children=st.tuples(paragraphs))


def articles() -> st.SearchStrategy[m.Article]:
    """Articles of every node kind that pass validation, notes and assets resolved."""
    metas = st.builds(
        m.Meta,
        title=runs,
        lang=langs,
        deck=runs | st.just(()),
        authors=st.lists(st.builds(m.Author, name=words), max_size=2).map(tuple),
        published=st.none() | st.just("2026-03-12"),
    )
    return st.builds(
        m.Article,
        meta=metas,
        body=st.lists(blocks, min_size=1, max_size=4).map(tuple),
        notes=st.tuples(notes),
        assets=st.just((m.Asset(id="photo", href="photo.png", media_type="image/png"),)),
    )
