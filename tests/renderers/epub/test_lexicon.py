"""Pronunciations of the article: one lexicon a language, linked and declared."""

from lxml import etree

from render.model import Article, Meta, Pronunciation, Text
from render.renderers.epub.lexicon import lexicons

PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"


def article(*entries: Pronunciation) -> Article:
    return Article(meta=Meta(title=(Text(value="T"),), lang="fr"), lexicon=entries)


def test_each_language_has_a_lexicon_of_its_own(rich):
    langs = {
        name: rich.tree(name).get("{http://www.w3.org/XML/1998/namespace}lang")
        for name in ("lexicon-1.pls", "lexicon-2.pls")
    }

    assert langs == {"lexicon-1.pls": "en", "lexicon-2.pls": "fr"}


def test_every_document_links_the_lexicons_and_the_package_says_so(rich):
    for name in ("article.xhtml", "nav.xhtml", "descriptions.xhtml"):
        assert 'rel="pronunciation" type="application/pls+xml" hreflang="en"' in rich.text(name)
    assert ">ttsMarkup<" in rich.text("content.opf")


def test_without_pronunciations_nothing_is_linked_or_claimed(plain):
    assert "pronunciation" not in plain.text("article.xhtml")
    assert "ttsMarkup" not in plain.text("content.opf")


def test_sounds_come_before_another_spelling_and_signs_are_escaped():
    entries = (
        Pronunciation(grapheme="A & B", lang="fr", alias="a et b"),
        Pronunciation(grapheme="Ségou", lang="fr", alias="segou", ipa="seɡu"),
        Pronunciation(grapheme="nothing", lang="fr"),
    )

    root = etree.fromstring(lexicons(article(*entries))["fr"].data)

    assert [
        (e.tag.removeprefix(PLS), e.text) for e in root.iter() if e.text and e.text.strip()
    ] == [
        ("grapheme", "A & B"),
        ("alias", "a et b"),
        ("grapheme", "Ségou"),
        ("phoneme", "seɡu"),
    ]
