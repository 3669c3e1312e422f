import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from render.model import Article, Asset, Author, Described, Image, Math, Meta, Paragraph, Section
from render.plugins import Job, Sibling
from render.renderers.html import RENDERER, HtmlOptions
from render.theme import load
from tests.markup.specimen import text

SIBLINGS = (
    Sibling("html", "a.html", "text/html"),
    Sibling("pdf", "a b.pdf", "application/pdf"),
    Sibling("epub", "a.epub", "application/epub+zip"),
    Sibling("mp3", "a.mp3", "audio/mpeg"),
    Sibling("m4b", "a.m4b", "audio/mp4"),
    Sibling("vtt", "a.vtt", "text/vtt"),
)
SECTION = Section(
    id="sec-1",
    heading=text("Sel & lumière"),
    children=(Paragraph(id="p-1", children=text("Loin d’ici.")),),
)


def meta(**fields):
    return Meta(title=text("Le </script> désert"), lang="fr", **fields)


def page(article=None, siblings=SIBLINGS, **options):
    job = Job(
        article=article or Article(meta=meta(), body=(SECTION,)),
        slug="a",
        theme=load("default"),
        modified="2026-11-24T00:00:00Z",
        siblings=siblings,
        options=HtmlOptions(embed_fonts=False, **options),
    )
    return RENDERER.render(job).data.decode()


def tree(**fields):
    return LexborHTMLParser(page(**fields))


def test_the_first_three_links_skip_to_content_contents_and_player():
    links = tree().css("a")[:3]
    assert [(link.text(), link.attributes["href"]) for link in links] == [
        ("Aller au contenu", "#content"),
        ("Aller au sommaire", "#contents"),
        ("Aller au lecteur audio", "#player"),
    ]


def test_without_sound_or_sections_skip_links_lead_to_what_is_there():
    bare = Article(meta=meta(), body=SECTION.children)
    found = tree(article=bare, siblings=SIBLINGS[:2])
    assert [link.attributes["href"] for link in found.css(".skip a")] == ["#content", "#about"]
    assert found.css_first(".player") is None
    assert found.css_first(".contents") is None


def test_every_skip_target_can_take_focus_without_script():
    found = tree()
    for link in found.css(".skip a"):
        target = found.css_first(str(link.attributes["href"]))
        assert target is not None
        assert target.attributes["tabindex"] == "-1"


def test_no_link_in_the_page_is_dead():
    found = tree()
    ids = [node.attributes["id"] for node in found.css("[id]")]
    assert len(ids) == len(set(ids))
    fragments = {str(link.attributes["href"])[1:] for link in found.css("a[href^='#']")}
    assert fragments <= set(ids)
    files = {link.attributes["href"] for link in found.css("a[href]:not([href^='#'])")}
    assert files == {"a.mp3", "a.m4b", "a%20b.pdf", "a.epub", "a.vtt"}


def test_one_main_one_h1_one_banner_one_foot_and_no_named_article():
    found = tree()
    for selector in ("main", "h1", "body > header", "body > footer", "article"):
        assert len(found.css(selector)) == 1, selector
    assert found.css_first("article").attributes == {}


def test_the_page_says_its_language_direction_and_title():
    published = Article(meta=meta(publisher="Sahel & Cie"), body=(SECTION,))
    found = tree(article=published)
    assert found.css_first("html").attributes == {"lang": "fr", "dir": "ltr"}
    assert found.css_first("title").text() == "Le </script> désert – Sahel & Cie"
    arabic = Article(meta=Meta(title=text("الملح"), lang="ar"), body=(SECTION,))
    assert tree(article=arabic).css_first("html").attributes == {"lang": "ar", "dir": "rtl"}


def test_words_of_the_interface_say_their_language_where_we_lack_the_articles():
    bambara = Article(meta=Meta(title=text("Kɔgɔ"), lang="bm"), body=(SECTION,))
    found = tree(article=bambara)
    for selector in (".skip", ".player", ".contents > h2", ".about"):
        assert found.css_first(selector).attributes["lang"] == "en", selector
    assert "lang" not in found.css_first(".contents").attributes


def test_the_data_for_search_engines_cannot_end_its_element():
    authors = (Author(name="A. <b>"), Author(name="La Rédaction", kind="organisation"))
    html = page(
        article=Article(meta=meta(authors=authors, published="2026-11-24"), body=(SECTION,))
    )
    (written,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    data = json.loads(written)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Le </script> désert"
    assert [author["@type"] for author in data["author"]] == ["Person", "Organization"]
    assert [each["contentUrl"] for each in data["encoding"]] == [
        "a b.pdf",
        "a.epub",
        "a.mp3",
        "a.m4b",
        "a.vtt",
    ]
    assert "description" not in data


def test_pictures_are_in_the_page_and_nothing_is_fetched():
    picture = Image(id="i", asset="x", alt=Described("Une carte"))
    article = Article(
        meta=meta(), body=(picture,), assets=(Asset(id="x", data=b"PNG", media_type="image/png"),)
    )
    html = page(article=article, siblings=())
    assert 'src="data:image/png;base64,UE5H"' in html
    assert re.findall(r"""(?:src|url)[=(]["']?(?!data:)([^"')\s>]+)""", html) == []


def test_the_typeface_is_in_the_page_with_italics_only_where_they_are_needed():
    job = Job(
        article=Article(meta=meta(), body=(SECTION,)),
        slug="a",
        theme=load("default"),
        modified="2026-11-24T00:00:00Z",
    )
    html = RENDERER.render(job).data.decode()
    assert html.count("@font-face") == 2
    assert "font-style:italic" not in html


def test_a_formula_that_cannot_be_shown_is_reported_with_its_place():
    formula = Math(id="math-1", mathml="<math><script/></math>", alt="x squared")
    job = Job(
        article=Article(meta=meta(), body=(formula,)),
        slug="a",
        theme=load("default"),
        modified="2026-11-24T00:00:00Z",
    )
    (finding,) = RENDERER.render(job).findings
    assert (finding.code, finding.where.node) == ("PAGE-001", "math-1")


def test_the_same_article_gives_the_same_bytes():
    assert page() == page()


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("rights", "© 2026 Sahel", "<dt>Droits</dt><dd>© 2026 Sahel</dd>"),
        (
            "source",
            "https://example.org/",
            '<a href="https://example.org/">https://example.org/</a>',
        ),
        ("source", "javascript:alert(1)", "<dd>javascript:alert(1)</dd>"),
        ("issue", "12", "<dt>Numéro</dt><dd>12</dd>"),
    ],
)
def test_the_foot_says_what_is_known_of_the_article(field, value, shown):
    assert shown in page(article=Article(meta=meta(**{field: value}), body=(SECTION,)))
