"""Nothing of the article is taken for chrome: phrases, cut-off parts, the standfirst."""

import pytest

from render.model.walk import plain_text
from render.readers.html import READER
from render.reading import ReadOptions, Source

TEXT = "De rivier daalt naar zee, langs de kaden, en niemand blijft nog staan om te kijken. " * 2


def read(body, head=""):
    html = f'<!doctype html><html lang="nl"><title>De rivier</title>{head}<body>{body}</body>'
    return READER.read(Source(html.encode(), "page.html"), ReadOptions())


def prose(count, begin=0):
    return "".join(f"<p>Alinea {begin + number}: {TEXT}</p>" for number in range(count))


@pytest.mark.parametrize(
    "sentence",
    [
        "Zij zei: <a class='popup' href='/n/1'>ik blijf liever hier</a>, en ging.",
        "Bron<sup class='noprint'>[<a href='/b'>waar?</a>]</sup> onbekend.",
        "Wil je weten <a class='popup' href='/n/2'>waar je geboren bent?</a>",
    ],
)
def test_a_phrase_in_a_sentence_is_no_chrome_whatever_it_is_called(sentence, words):
    reading = read(f"<article>{prose(3)}<p>{sentence}</p>{prose(3)}</article>")
    assert reading.dropped == ()
    for phrase in ("blijf liever", "waar?", "geboren bent"):
        assert (phrase in sentence) == (phrase in words(reading.article))


def test_sharing_alone_in_a_paragraph_is_chrome(words):
    share = "<p><a class='share' href='/s'>Deel dit verhaal</a></p>"
    assert "Deel dit" not in words(read(f"<article>{prose(4)}{share}</article>").article)


def test_an_article_that_advertising_cuts_in_parts_is_read_whole(words):
    part = (
        "<div class='block'><div class='story-body part-{}'>{}</div><div class='side'></div></div>"
    )
    advert = "<div class='interrupter'><div class='ad'>Advertentie van vandaag</div></div>"
    body = f"{part.format(1, prose(2))}{advert}{part.format(2, prose(9, 2))}"
    text = words(read(f"<main><article>{body}</article></main>").article)
    assert [f"Alinea {number}:" in text for number in (0, 1, 10)] == [True] * 3
    assert "Advertentie" not in text


def test_parts_of_the_same_name_in_other_articles_stay_out(words):
    part = "<article><div><div class='story-body'>{}</div></div></article>"
    main, other = part.format(prose(9)), part.format(f"<p>Een ander verhaal. {TEXT}</p>")
    assert "ander verhaal" not in words(read(f"<main>{main}{other}</main>").article)


STANDFIRST = "Dertig jaar lang lag zij onder beton; nu stroomt zij weer door de stad."
DESCRIBED = f'<meta name="description" content="{STANDFIRST}">'


@pytest.mark.parametrize("tag", ["h2", "p", "div"])
def test_the_declared_description_shown_above_the_article_is_its_deck(tag):
    top = f"<div class='top'><h1>De rivier</h1><{tag}>{STANDFIRST}</{tag}></div>"
    reading = read(f"{top}<div class='body'>{prose(6)}</div>", DESCRIBED)
    assert plain_text(reading.article.meta.deck) == STANDFIRST


def test_a_first_paragraph_is_no_deck_though_it_is_the_description(words):
    reading = read(f"<article><h1>De rivier</h1><p>{STANDFIRST}</p>{prose(6)}</article>", DESCRIBED)
    assert reading.article.meta.deck == ()
    assert STANDFIRST in words(reading.article)
