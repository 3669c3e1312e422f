"""Whole pages: the article is found, its metadata read, its chrome left out and listed."""

import pytest

from render.model.walk import plain_text
from render.readers.html import READER
from render.reading import ReadOptions, Source

PARAGRAPHS = "".join(
    f"<p>Paragraphe {number} : la rivière passe sous le pont, longe la gare, puis se perd.</p>"
    for number in range(1, 9)
)
HEAD = '<!doctype html><html lang="fr"><title>T</title><body>'
LINKS = "".join(f'<li><a href="/{n}">Rubrique {n}</a></li>' for n in range(8))
PAGE = f"""<!doctype html><html lang="fr-FR"><head>
<title>La rivière : un retour | Le Pont</title>
<meta property="og:title" content="La rivière : un retour">
<meta property="og:site_name" content="Le Pont">
<script type="application/ld+json">
{{"@graph": [{{"@type": "NewsArticle", "headline": "La rivière : un retour",
 "author": [{{"name": "Ana Roy"}}, {{"name": "Li Wen"}}], "datePublished": "2026-02-03T08:00:00Z",
 "dateModified": "2026/02/04", "publisher": {{"name": "Autre nom"}}, "articleSection": "Ville",
 "keywords": ["eau", "ville"]}}]}}</script>
<link rel="canonical" href="https://pont.example/riviere">
</head><body>
<a class="skip-link" href="#c">Aller au contenu</a>
<nav><ul>{LINKS}</ul></nav>
<div id="c" class="post">
  <h1>La rivière : un retour</h1>
  <p class="standfirst">Trente ans après, elle coule de nouveau au milieu de la ville.</p>
  <p class="byline">Par <a rel="author" href="/ana">Ana Roy</a>, le 3 février</p>
  {PARAGRAPHS}
  <div class="related-stories"><h3>À lire aussi</h3><ul>{LINKS}</ul></div>
  <h2>La grande question : simple prise de contact ?</h2>
  {PARAGRAPHS}
  <div class="share-buttons"><a href="/f">Partager</a> <a href="/x">Publier</a></div>
</div>
<div id="comments"><p>{"Un commentaire long, plein de virgules, hélas. " * 40}</p></div>
<footer>Mentions légales</footer>
</body></html>"""


def read(html, **options):
    return READER.read(Source(html.encode(), "page.html"), ReadOptions(**options))


def test_the_article_is_what_is_left_of_the_page(words):
    reading = read(PAGE)
    text = words(reading.article)
    assert text.count("Paragraphe") == 16
    assert "prise de contact" in text
    for chrome in ("Rubrique", "Partager", "commentaire", "Mentions", "Aller au"):
        assert chrome not in text


def test_each_piece_of_chrome_is_listed_with_its_rule():
    rules = {(d.text[:12].strip(), d.rule) for d in read(PAGE).dropped}
    assert rules >= {
        ("Aller au con", "named-chrome"),
        ("Rubrique 0 R", "navigation"),
        ("À lire aussi", "related"),
        ("Partager Pub", "named-chrome"),
        ("Un commentai", "discussion"),
        ("Mentions lég", "footer"),
        ("Par Ana Roy,", "byline"),
    }


def test_metadata_comes_from_the_page():
    meta = read(PAGE).article.meta
    assert plain_text(meta.title) == "La rivière : un retour"
    assert plain_text(meta.deck) == "Trente ans après, elle coule de nouveau au milieu de la ville."
    assert [author.name for author in meta.authors] == ["Ana Roy", "Li Wen"]
    assert (meta.published, meta.modified) == ("2026-02-03T08:00:00Z", "2026-02-04")
    assert (meta.publisher, meta.section, meta.keywords) == ("Le Pont", "Ville", ("eau", "ville"))
    assert (meta.lang, meta.canonical_url) == ("fr-FR", "https://pont.example/riviere")


def test_keep_all_puts_everything_back(words):
    text = words(read(PAGE, keep_all=True).article)
    for chrome in ("Rubrique", "Partager", "commentaire", "Mentions", "Aller au", "Paragraphe 8"):
        assert chrome in text


def test_select_overrides_the_locator(words):
    reading = read(PAGE, select="#comments")
    assert "commentaire" in words(reading.article)
    assert "Paragraphe" not in words(reading.article)
    assert "Paragraphe" in " ".join(d.text for d in reading.dropped)


def test_options_override_what_the_page_says():
    reading = read(PAGE, title="T", deck="D", byline="B", lang="en")
    meta = reading.article.meta
    assert {d.rule for d in reading.dropped} >= {"title-overridden", "deck-overridden", "byline"}
    assert plain_text(meta.title) == "T"
    assert plain_text(meta.deck) == "D"
    assert [author.name for author in meta.authors] == ["B"]
    assert meta.lang == "en"


TITLES = {
    "a colon never cuts a title": ("Mali : une audience", "", "Mali : une audience"),
    "the site's name is cut where the page names it": ("Le retour - Le Pont", "", "Le retour"),
    "a part that is not the site stays": ("Paris - Bamako", "", "Paris - Bamako"),
    "the heading shown wins over the declared one": (
        "Le long retour de la rivière | Le Pont", "Le long retour de la rivière",
        "Le long retour de la rivière",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("declared", "shown", "expected"), TITLES.values(), ids=TITLES.keys())
def test_titles(declared, shown, expected):
    heading = f"<h1>{shown}</h1>" if shown else ""
    page = (
        f'<!doctype html><html lang="fr"><title>{declared}</title>'
        f'<meta property="og:site_name" content="Le Pont"><body>{heading}{PARAGRAPHS}'
    )
    reading = read(page)
    assert plain_text(reading.article.meta.title) == expected
    assert not any("retour" in str(block) for block in reading.article.body)


def test_a_contradicted_language_is_a_finding():
    french = (
        "<p>Les habitants disent que c'est une chance pour la ville, mais ils ne savent pas.</p>"
    )
    reading = read(f'<!doctype html><html lang="en"><title>T</title><body>{french * 4}')
    assert reading.article.meta.lang == "en"
    assert [f.code for f in reading.findings] == ["LANG-001"]


ENCODINGS = {
    "declared Latin 1": ('<meta charset="iso-8859-1">', "latin-1"),
    "declared in the old way": (
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252",
    ),
    "declared but converted since": ('<meta charset="gbk">', "utf-8"),
    "an XML declaration": ('<?xml version="1.0" encoding="iso-8859-15"?>', "iso-8859-15"),
    "a name that means nothing": ('<meta charset="martian">', "utf-8"),
}  # fmt: skip


@pytest.mark.parametrize(("declaration", "encoding"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_the_declared_encoding_is_used(declaration, encoding, words):
    data = f"{declaration}<!doctype html><html lang=fr><title>T</title><body>{PARAGRAPHS}"
    reading = READER.read(Source(data.encode(encoding), "page.html"), ReadOptions())
    assert "rivière" in words(reading.article)


def test_a_hidden_article_is_shown_when_there_is_nothing_else(words):
    page = f'{HEAD}<div style="display:none">{PARAGRAPHS}</div>'
    assert words(read(page).article).count("Paragraphe") == 8


def test_a_name_alone_does_not_remove_a_third_of_the_article(words):
    page = f'{HEAD}<div>{PARAGRAPHS}<div class="promo">{PARAGRAPHS}</div></div>'
    assert words(read(page).article).count("Paragraphe") == 16


def test_the_article_s_own_language_overrides_the_page_s():
    page = f'<!doctype html><html lang="en"><title>T</title><body><article lang="fr">{PARAGRAPHS}'
    assert read(page).article.meta.lang == "fr"


def test_kicker_and_dateline_are_metadata_not_text(words):
    head = '<p class="kicker">Ville</p><h1>T</h1><p>Publié le <time>3 mars</time></p>'
    reading = read(f"{HEAD}<article>{head}{PARAGRAPHS}</article>")
    assert reading.article.meta.kicker == "Ville"
    assert words(reading.article).startswith("Paragraphe 1")
    assert [(d.text, d.rule) for d in reading.dropped] == [("Publié le 3 mars", "dateline")]


def test_the_picture_between_title_and_article_comes_along(sketch):
    figure = '<figure><img src="a.jpg" alt="Un pont"><figcaption>Le pont.</figcaption></figure>'
    page = f"{HEAD}<header><h1>T</h1>{figure}</header><div><div>{PARAGRAPHS}</div></div>"
    assert sketch(read(page).article.body).startswith(
        '(figure (image asset=asset-1 alt=(described text=Un pont)) caption: "Le pont.")'
    )


def test_a_block_that_only_says_advertisement_is_a_label_and_a_sentence_is_not(words):
    page = f"{HEAD}<div>{PARAGRAPHS}<p>Publicité</p><p><b>Publicité</b> rime avec vérité.</p></div>"
    reading = read(page)
    assert "Publicité rime avec vérité." in words(reading.article)
    assert [(d.text, d.rule) for d in reading.dropped] == [("Publicité", "label")]


def test_spoken_words_stay_where_they_label_something(words):
    page = (
        f'{HEAD}<div>{PARAGRAPHS}<h2><span class="sr-only">Chapitre</span> Un</h2>{PARAGRAPHS}'
        '<p><a href="/x">Suite<span class="sr-only"> du récit</span></a></p>'
        '<span class="sr-only">Début du menu</span></div>'
    )
    reading = read(page)
    assert "Chapitre Un" in words(reading.article)
    assert "Suite du récit" in words(reading.article)
    assert ("Début du menu", "visually-hidden") in [(d.text, d.rule) for d in reading.dropped]


def test_the_arabic_example_is_read_whole(words):
    from pathlib import Path

    data = (Path(__file__).parents[3] / "examples" / "khettara.html").read_bytes()
    reading = READER.read(Source(data, "khettara.html"), ReadOptions())
    meta = reading.article.meta
    assert (meta.lang, meta.dir, meta.published) == ("ar", "rtl", "2026-03-08T07:30:00+01:00")
    assert plain_text(meta.deck).startswith("في واحات الجنوب")
    assert "الرئيسية" not in words(reading.article)
    assert not reading.findings


XHTML = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en">
<head><title>Loomings</title><script src="a.js"/></head><body><h1>Loomings</h1>
<div epub:type="pagebreak" title="1"/>
<p>Some years ago, never mind how long, <a id="x"/>I thought I would sail about a little.</p>
<p>It is a way I have of <i title="x > y"/>driving off the <![CDATA[spleen & <more>]]>.</p>
</body></html>"""


def test_empty_elements_of_xhtml_swallow_nothing(sketch):
    body = READER.read(Source(XHTML.encode(), "loomings.xhtml"), ReadOptions()).article.body

    assert sketch(body) == (
        "(break kind=page label=1)"
        ' (paragraph "Some years ago, never mind how long, I thought I would sail about a little.")'
        ' (paragraph "It is a way I have of driving off the spleen & <more>.")'
    )


def test_a_page_marker_that_was_never_closed_keeps_its_text(sketch):
    marker = "<div role=doc-pagebreak>"
    html = f"{marker}12</div><p>One.</p>{marker}<p>All the rest of the text.</p>"
    body = READER.read(Source(html.encode(), "a.html"), ReadOptions(title="T", lang="en"))

    assert sketch(body.article.body) == (
        '(break kind=page label=12) (paragraph "One.")'
        ' (break kind=page) (paragraph "All the rest of the text.")'
    )


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("We shall meet on {} in the hall, and all who read this are welcome to come.", None),
        ("<span>By Ada B., <b>{}</b></span>", "2031-01-01"),
        ("<em itemprop=author>Ada B.</em> {} in News, with pictures", "2031-01-01"),
    ],
)
def test_a_day_the_text_speaks_of_is_not_that_of_publication(line, published):
    day = '<time datetime="2031-01-01">New Year</time>'
    text = "<p>Second paragraph of the article with enough words to be read.</p>" * 3

    article = f"<article><h1>The big party</h1><p>{line.format(day)}</p>{text}</article>"

    page = f'<html lang="en"><head><title>T</title></head><body>{article}</body></html>'
    assert read(page).article.meta.published == published
