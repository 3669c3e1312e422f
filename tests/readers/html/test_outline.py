"""What a page's headings, lists and captions become: the article's own stay, others do not lead."""

import pytest

from render.model import Aside, Figure, Item, Marked, Section
from render.model.walk import plain_text, walk
from render.readers.html import READER
from render.reading import ReadOptions, Source

TEXTS = {
    "fr": "Le fleuve descend vers la mer, longe les quais, et personne ne le regarde plus passer.",
    "de": "Der Fluss zieht zum Meer, an den Kais vorbei, und niemand sieht ihm mehr dabei zu.",
    "es": "El río baja hacia el mar, roza los muelles, y nadie se detiene ya a mirar cómo pasa.",
    "ar": "ينزل النهر نحو البحر، ويمر بالأرصفة، ولم يعد أحد يقف لينظر إليه وهو يمر في هدوء طويل.",
    "ja": "川は海へ下り、岸壁に沿って流れ、もう誰も立ち止まって眺めることはない。" * 3,
}


def page(body, title="Le fleuve oublié", lang="fr", head=""):
    html = f'<!doctype html><html lang="{lang}"><title>{title}</title>{head}<body>{body}</body>'
    return READER.read(Source(html.encode(), "page.html"), ReadOptions())


def prose(lang="fr", count=6):
    return "".join(f"<p>{number}. {TEXTS[lang]} {TEXTS[lang]}</p>" for number in range(count))


def nodes(reading, kind):
    return [
        node for block in reading.article.body for node in walk(block) if isinstance(node, kind)
    ]


def headings(reading):
    return [plain_text(node.heading) for node in nodes(reading, Section | Aside) if node.heading]


def rules(reading):
    return {(dropped.rule, dropped.text) for dropped in reading.dropped}


@pytest.mark.parametrize(
    ("declared", "shown", "title"),
    [
        ("川の記憶_社会_みなと新聞", "川の記憶", "川の記憶"),
        ("Der Fluss und seine alte Stadt – Hafenblatt", None, "Der Fluss und seine alte Stadt"),
        ("Hamburg – Bremen", None, "Hamburg – Bremen"),
        ("El río olvidado: memoria de un puerto – primera parte de tres", None,
         "El río olvidado: memoria de un puerto – primera parte de tres"),
    ],
)  # fmt: skip
def test_a_site_name_is_no_part_of_the_title(declared, shown, title):
    heading = f"<h1>{shown}</h1>" if shown else ""
    reading = page(f"<article>{heading}{prose('ja')}</article>", declared, "ja")
    assert plain_text(reading.article.meta.title) == title
    assert headings(reading) == []


def test_what_is_cut_off_a_title_is_told():
    reading = page(f"<article>{prose()}</article>", "Le fleuve oublié des quais – Le Port")
    decision = next(d for d in reading.decisions if d.subject == "title")
    assert decision.evidence == "without '– Le Port'"


@pytest.mark.parametrize(
    "again",
    [
        "<h3><a href='/fleuve'>Le fleuve oublié</a></h3>",
        "<h2>Le fleuve  oublié ¶</h2>",
    ],
)
def test_a_title_said_again_above_the_text_is_no_section(again):
    bar = "<div class='nav-bar'><h1>Le fleuve oublié</h1></div>"
    reading = page(f"{bar}<main><h1>Le fleuve oublié</h1>{again}{prose()}</main>")
    assert headings(reading) == []
    assert "title-repeated" in {rule for rule, _ in rules(reading)}


def test_a_title_in_nearly_the_same_words_is_no_section():
    declared = "Formeln mit MathML und Ausgabe in HTML"
    reading = page(
        f"<main><h1>Formeln mit MathML: Ausgabe in HTML</h1>{prose('de')}<h2>Anhang</h2>"
        f"{prose('de')}</main>",
        declared,
        "de",
    )
    assert headings(reading) == ["Anhang"]
    assert ("title-repeated", "Formeln mit MathML: Ausgabe in HTML") in rules(reading)


def test_a_section_named_like_the_title_stays_below_the_text():
    again = "<h2>Le fleuve oublié</h2>"
    reading = page(f"<main><h1>Le fleuve oublié</h1>{prose()}{again}{prose()}</main>")
    assert headings(reading) == ["Le fleuve oublié"]


def test_a_heading_above_the_title_is_its_kicker():
    reading = page(f"<main><h2>Série d’été</h2><h1>Le fleuve oublié</h1>{prose()}</main>")
    assert reading.article.meta.kicker == "Série d’été"
    assert headings(reading) == []


def test_an_aside_that_only_announces_other_pages_is_left_out():
    card = (
        "<div><a href='/{0}'><img src='{0}.jpg' alt='Foto {0}'></a><h4><a href='/{0}'>Noticia {0}"
        "</a></h4><p>Un resumen breve, que termina antes de contar…</p></div>"
    )
    box = f"<aside>{card.format(1)}{card.format(2)}</aside>"
    reading = page(f"<article>{prose('es')}{box}{prose('es')}</article>", "El río", "es")
    assert headings(reading) == []
    assert [rule for rule, text in rules(reading) if "Noticia 1" in text] == ["teaser"]


@pytest.mark.parametrize(
    "heading", ["<h4>Was ist ein Kai?</h4>", "<h4><a href='#kai'>Was ist ein Kai?</a></h4>"]
)
def test_an_aside_that_explains_stays(heading):
    told = "<p>Ein Kai ist ein Ufer aus Mauern, <a href='/k'>sagt man</a>.</p>"
    box = f"<aside id='kai'>{heading}{told}</aside>"
    reading = page(f"<article>{prose('de')}{box}{prose('de')}</article>", "Der Fluss", "de")
    assert headings(reading) == ["Was ist ein Kai?"]


def test_a_list_of_the_articles_own_contents_stays():
    names = ["Quelle", "Lauf", "Mündung"]
    contents = "".join(f"<li><a href='#{name}'>{name}</a></li>" for name in names)
    sections = "".join(f"<h2 id='{name}'>{name}</h2>{prose('de', 2)}" for name in names)
    reading = page(
        f"<article><div class='toc'><ul>{contents}</ul></div>{sections}</article>", "Fluss", "de"
    )
    assert len(nodes(reading, Item)) == 3


def test_links_to_nowhere_are_no_contents():
    tabs = "".join(f"<li><a href='#'>{name}</a></li>" for name in ("Neu", "Beliebt", "Alle"))
    reading = page(f"<article>{prose('de')}<div><ul>{tabs}</ul></div></article>", "Fluss", "de")
    assert nodes(reading, Item) == []


@pytest.mark.parametrize(
    ("attributes", "count"), [("", 3), (" class='more-stories'", 0)], ids=["written", "template"]
)
def test_links_among_the_paragraphs_stay_when_the_author_listed_them(attributes, count):
    links = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("نهر", "بحر", "ميناء"))
    reading = page(
        f"<article>{prose('ar')}<h2>انظر أيضا</h2><ul{attributes}>{links}</ul></article>",
        "نهر",
        "ar",
    )
    assert len(nodes(reading, Item)) == count


@pytest.mark.parametrize(
    "figure",
    [
        "<div class='widget'>{}<p class='caption'>Le quai, 1954</p></div>",
        "<figure><div class='modal'>{}</div><figcaption>Le quai, 1954</figcaption></figure>",
        "<figure>{}<figcaption class='meta'>Le quai, 1954</figcaption></figure>",
    ],
    ids=["widget", "modal", "meta"],
)
def test_a_captioned_picture_stays_whatever_its_box_is_called(figure, words):
    figure = figure.format("<img src='a.jpg' alt='Le quai'>")
    reading = page(f"<article>{prose()}{figure}{prose()}</article>")
    assert reading.article.assets
    assert "Le quai, 1954" in words(reading.article)


def test_a_caption_in_a_box_of_its_own_belongs_to_the_figure_before():
    figure = "<figure><img src='a.jpg' alt=''></figure><div><figcaption>Le quai</figcaption></div>"
    (made,) = nodes(page(f"<article>{prose()}{figure}{prose()}</article>"), Figure)
    assert plain_text(made.caption) == "Le quai"


def test_what_stands_above_the_picture_of_a_figure_stays_above(sketch):
    figure = (
        "<figure><p>Carte 1</p><img src='a.jpg' alt='Le delta'><p>Source : le port</p></figure>"
    )
    reading = page(f"<article>{prose()}{figure}</article>")
    text = sketch(reading.article.body)
    assert text.index("Carte 1") < text.index("(figure") < text.index("Source")


def test_a_heading_in_a_figure_owns_no_text():
    figure = "<figure><h2>Der Kai in Zahlen</h2><img src='a.jpg' alt='Kurve'></figure>"
    reading = page(f"<article>{prose('de')}{figure}{prose('de')}</article>", "Der Fluss", "de")
    assert headings(reading) == []
    assert len(nodes(reading, Marked)) == 1


def test_a_file_name_hidden_above_a_picture_is_left_out(words):
    name = "<h2 class='element-invisible'><a href='/f/7'>quai-1954.jpg</a></h2>"
    figure = f"<figure>{name}<img src='quai-1954.jpg' alt='Le quai'></figure>"
    reading = page(f"<article>{figure}{prose()}</article>")
    assert "quai-1954" not in words(reading.article)
    assert ("visually-hidden", "quai-1954.jpg") in rules(reading)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("class='sharing-box' id='like-post-67'", False), ("class='post-sharing' id='box'", True)],
)
def test_an_id_with_a_posts_number_does_not_make_sharing_a_post(name, kept):
    box = f"<div {name}><h3>Me gusta</h3><p>Sé el primero.</p></div>"
    reading = page(f"<article>{prose('es')}{box}{prose('es')}</article>", "El río", "es")
    assert headings(reading) == (["Me gusta"] if kept else [])


def test_a_gallery_with_a_heading_is_a_box_and_its_slides_are_no_sections():
    slides = "".join(
        f"<li><h2>{n}/4 Bild {n}</h2><p>Der Kai im Jahr 195{n}.</p></li>" for n in range(1, 5)
    )
    gallery = (
        "<div class='photo-gallery'><div><h2>Der Kai in Bildern</h2></div><div class='gallery'>"
        f"<h2>Der Kai in Bildern</h2><ul>{slides}</ul></div></div>"
    )
    body = f"<h3>Anfang</h3>{prose('de', 4)}{gallery}<h3>Ende</h3>{prose('de', 4)}"
    reading = page(f"<article>{body}</article>", "Der Fluss", "de")
    assert headings(reading) == ["Anfang", "Der Kai in Bildern", "Ende"]
    assert [type(block) for block in reading.article.body] == [Section, Section]
    assert len(nodes(reading, Item)) == 4
    assert ("heading-repeated", "Der Kai in Bildern") in rules(reading)


def test_a_numbered_list_of_headed_entries_keeps_its_headings():
    entries = "".join(f"<li><h2>Quai {name}</h2>{prose(count=1)}</li>" for name in "ABC")
    assert headings(page(f"<article>{prose()}<ol>{entries}</ol></article>")) == [
        "Quai A", "Quai B", "Quai C",
    ]  # fmt: skip
