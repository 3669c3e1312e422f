"""Whose rights: at the end of each article, once, its own or else those of the edition."""

import pytest

from render import markup
from render import model as m
from render.edition import Part, inherited_rights
from render.epub_reading import read_epub
from render.labels import labels_for
from render.markup import Dialect
from render.pdf_reading import read_tree, text_of

ALL = "All rights reserved."


def article(lang: str = "en", rights: str | None = None, licence: str | None = None) -> m.Article:
    title = (m.Text(value="T"),)
    return m.Article(meta=m.Meta(title=title, lang=lang, rights=rights, licence=licence))


def line(found: m.Article, inherited: tuple[m.Inline, ...] = (), **dialect) -> str:
    return markup.rights(found, Dialect(labels=labels_for(found.meta.lang), **dialect), inherited)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (article(), ""),
        (article(rights="© A & B"), "<span>Rights</span> – © A &amp; B"),
        (article(licence="CC0"), "<span>Rights</span> – CC0"),
        (article("fr", rights="© A", licence="CC0"), "<span>Droits</span> – © A · CC0"),
        (
            article("sw", rights="© A"),
            '<span lang="en" dir="ltr">Rights</span> – © A',
        ),
    ],
    ids=["none", "rights", "licence", "both", "a language without labels"],
)
def test_the_line_says_rights_and_licence(found, expected):
    said = f'<p class="rights furniture" id="rights">{expected}</p>' if expected else ""

    assert line(found).strip() == said


def test_the_line_has_the_id_of_its_article_and_the_marker_of_a_page_it_opens():
    said = line(article(rights="©"), prefix="a1-", page_starts={"a1-rights": ("7",)})

    assert 'id="a1-rights"' in said
    assert 'id="page-7"' in said


def test_an_article_inherits_the_rights_of_its_edition_in_their_language():
    front = article("en", rights=ALL)
    words = m.Text(value=ALL)

    assert inherited_rights(Part("article", article()), front) == (words,)
    assert inherited_rights(Part("article", article("fr")), front) == (
        m.Span(lang="en", children=(words,)),
    )
    for own in (article(rights="©"), article(licence="CC0")):
        assert inherited_rights(Part("article", own), front) == ()
    assert inherited_rights(Part("section", article()), front) == ()
    assert inherited_rights(Part("article", article()), article()) == ()


# An issue is made for these.
@pytest.mark.slow
@pytest.mark.parametrize("name", ["week.pdf", "week-print.pdf"])
def test_each_printed_article_ends_with_its_rights_once(artefact, name):
    tree = read_tree(artefact(name).data)
    words = " ".join(text_of(tag) for tag in tree.children)

    assert words.count(ALL) == 4
    assert words.count("CC0") == 1
    after_the_note = words[words.index("By a metre.") :]
    assert after_the_note.index(ALL) < after_the_note.index("Le fleuve")
    assert words.index("Elles tiennent.") < words.index("CC0") < words.rindex("Monde")


@pytest.mark.slow
def test_each_document_of_the_book_ends_with_its_rights_once(artefact):
    found = {
        item.path.removeprefix("EPUB/"): [
            (node.get("id"), " ".join("".join(map(str, node.itertext())).split()))
            for node in root.iter("{*}p")
            if "rights" in node.get("class", "").split()
        ]
        for item, root in read_epub(artefact("week.epub").data).texts()
    }

    assert {name: said for name, said in found.items() if said} == {
        "a1.xhtml": [("rights", f"Rights – {ALL}")],
        "a2.xhtml": [("rights", f"Rights – {ALL}")],
        "a3.xhtml": [("rights", "Droits – CC0")],
        "a4.xhtml": [("rights", f"الحقوق – {ALL}")],
        "a5.xhtml": [("rights", f"Rechte – {ALL}")],
    }


@pytest.mark.slow
def test_each_page_says_its_rights_once(artefact):
    pages = {name: artefact(f"{name}.html").data.decode() for name in ("river", "z1", "fleuve")}

    assert pages["river"].count(f"<dd>{ALL}</dd>") == 1
    assert pages["z1"].count(f'<dd><span lang="en" dir="ltr">{ALL}</span></dd>') == 1
    assert pages["fleuve"].count("<dd>CC0</dd>") == 1
    assert ALL not in pages["fleuve"]


@pytest.mark.slow
def test_no_voice_says_the_rights(made):
    said = " ".join(cue.text for cue in made.narration.cues)

    assert "A leader" in said
    assert "rights reserved" not in said
    assert "CC0" not in said
