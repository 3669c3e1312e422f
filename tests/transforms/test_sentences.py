"""Where sentences end, and how marks and links around them fare."""

import pytest

from render import model as m
from render.language.sentence_ends import sentence_ends
from render.model.walk import plain_text
from render.transforms.sentences import split_sentences
from tests.writing import article, paragraph, run, text

CASES = [
    ("fr", ["M. Diarra est venu. ", "Il repart à 14h30."]),
    ("fr", ["Le Dr. Koné et Mme. Sy, av. J.-C., en janv. 2020. ", "Fin."]),
    ("fr", ["« Oui ! » dit-elle. ", "« Non. » ", "Puis rien."]),
    ("fr", ["Et après… rien. ", "Vraiment ? ", "Oui !"]),
    ("fr", ["Voir p. 12 et art. 3 de la loi n. 45. ", "C’est tout."]),
    ("en", ["Dr. Smith met J. R. Jones. ", "They left at 5 p.m. on Monday. ", "Why?"]),
    ("en", ["It cost $3.50 a day, e.g. in May. ", "Then it rose."]),
    ("de", ["Das ist z. B. am 3. Mai so. ", "Dr. Braun kam. ", "Ende."]),
    ("de", ["Am 12. März kam er. ", "Der 1. Mai ist frei. ", "Am 3. und 4. Juni nicht."]),
    ("de", ["Das 3. Kapitel ist lang. ", "Ludwig XIV. lebte im 17. Jahrhundert. ", "Nun gut."]),
    ("de-AT", ["Der 100. Geburtstag. ", "Im XIX. Jahrhundert war es 1998. ", "Kinder kamen."]),
    ("de", ["Es waren 12. ", "Danach 30. ", "Die Leute gingen."]),
    ("de", ["1. Einleitung"]),
    ("da", ["Den 12. marts kom regnen. ", "De var 12. ", "Så gik de."]),
    ("cs", ["Bylo to 12. března. ", "Pak přišel déšť."]),
    ("es", ["El Sr. García llegó. ", "¿Y ahora? ", "¡Nada!"]),
    ("ar", ["وصل الوفد. ", "كيف كان اللقاء؟ ", "انتهى!"]),
    ("ja", ["橋が開いた。", "人々が渡った。"]),
    ("hi", ["पुल खुल गया। ", "लोग चले।"]),
    ("bm", ["Bamako ye dugu ye. ", "A ka bon."]),
    ("und", ["12. "]),
    ("fr", ["…"]),
]


@pytest.mark.parametrize(("lang", "sentences"), CASES, ids=lambda value: str(value)[:30])
def test_sentences_end_where_a_reader_would_pause(lang: str, sentences: list[str]) -> None:
    whole = "".join(sentences)
    ends = sentence_ends(whole, lang)
    assert [whole[a:b] for a, b in zip([0, *ends], ends, strict=False)] == sentences


def test_a_line_end_inside_a_run_is_no_sentence_end() -> None:
    assert sentence_ends("Un pont\nouvre\n\naujourd’hui.", "fr") == [27]


def sentences(*inlines: m.Inline | str) -> tuple[m.Inline, ...]:
    (found,) = split_sentences(article(paragraph(*inlines, id="p-1"))).body
    assert isinstance(found, m.Paragraph)
    return found.children


def texts(spans: tuple[m.Inline, ...]) -> list[str]:
    return [plain_text((span,)) for span in spans]


def test_a_sentence_has_the_id_of_its_container_and_a_number() -> None:
    spans = sentences("Un. Deux.")
    assert [span.id for span in spans] == ["p-1-s1", "p-1-s2"]


def test_titles_decks_headings_and_captions_have_sentences() -> None:
    figure = m.Figure(id="fig-1", content=(m.Math(mathml="<math/>", alt="x"),), caption=run("Ici."))
    section = m.Section(id="sec-1", heading=run("Tête"), children=(figure,))
    done = split_sentences(article(section, deck=run("Un. Deux.")))
    (found,) = done.body
    assert isinstance(found, m.Section)
    assert isinstance(found.children[0], m.Figure)
    assert [span.id for span in done.meta.title] == ["title-s1"]
    assert [span.id for span in done.meta.deck] == ["deck-s1", "deck-s2"]
    assert [span.id for span in found.heading] == ["sec-1-h-s1"]
    assert [span.id for span in found.children[0].caption] == ["fig-1-caption-s1"]


def test_a_mark_across_two_sentences_is_continued_and_keeps_its_id_once() -> None:
    mark = m.Marked(kind="emphasis", id="here", children=run("Fini. Et puis"))
    first, second = sentences(mark, " rien.")
    assert isinstance(first, m.Span)
    assert isinstance(second, m.Span)
    assert first.children == (m.Marked(kind="emphasis", id="here", children=run("Fini. ")),)
    assert second.children == (m.Marked(kind="emphasis", children=run("Et puis")), text(" rien."))


@pytest.mark.parametrize(
    "whole",
    [
        m.Link(href="https://example.org", children=run("Un. Deux")),
        m.Abbr(children=run("A. Bc. D"), expansion="x"),
        m.Marked(kind="code", children=run("a. B")),
        m.Span(children=run("Un. Deux"), say="un deux"),
        m.Time(datetime="2026", children=run("Le 1. Mai")),
        m.Ruby(children=run("漢。字"), annotation="かん"),
    ],
    ids=lambda node: type(node).__name__,
)
def test_a_sentence_never_ends_inside(whole: m.Inline) -> None:
    spans = sentences("Voici ", whole, " ici. Puis.")
    assert len(spans) == 2
    assert isinstance(spans[0], m.Span)
    assert spans[0].children[1] == whole


def test_a_note_call_after_the_stop_belongs_to_the_sentence_before() -> None:
    first, second = sentences("Fin.", m.NoteRef(note="n"), " Suite.")
    assert isinstance(first, m.Span)
    assert m.NoteRef(note="n") in first.children
    assert texts((first, second)) == ["Fin. ", "Suite."]


def test_a_run_without_words_is_left_alone() -> None:
    picture = m.Image(asset="a", alt=m.Decorative())
    assert sentences(picture) == (picture,)


def test_each_passage_is_cut_by_the_rules_of_its_own_language() -> None:
    body = paragraph("Z. B. am 3. Mai. Ende.", id="p-1", lang="de")
    (found,) = split_sentences(article(body)).body
    assert isinstance(found, m.Paragraph)
    assert texts(found.children) == ["Z. B. am 3. Mai. ", "Ende."]
