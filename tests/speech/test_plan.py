import msgspec

from render.model import (
    Abbr,
    Aside,
    Cell,
    Code,
    Decorative,
    Described,
    Figure,
    Image,
    Item,
    List,
    Marked,
    Missing,
    Note,
    NoteRef,
    Paragraph,
    Pronunciation,
    Quote,
    Row,
    Section,
    Span,
    Table,
    Text,
)
from render.speech import SpeechOptions, plan
from tests.speech.articles import article, french, paragraph, sentences

BRIEF = SpeechOptions(detail="brief")


def spoken(*body, options=None, **meta):
    units = plan(article(*body, **meta), options)
    return [unit.spoken for unit in units if unit.role != "title"]


def test_title_comes_first_then_deck_byline_and_text():
    roles = [unit.role for unit in plan(french())]

    assert roles[:5] == ["title", "deck", "byline", "byline", "heading"]
    assert roles[5:] == ["sentence"] * 3 + ["heading", "sentence"]


def test_byline_says_who_and_when():
    units = {unit.id: unit for unit in plan(french())}

    assert units["byline"].spoken == "Par Awa Diallo"
    assert units["byline"].written == "Awa Diallo"
    assert units["dateline"].written == "Publié le 12 mars 2026."


def test_every_unit_has_the_id_of_its_sentence():
    ids = [unit.id for unit in plan(french())]

    assert ids[5:8] == ["p-1-s1", "p-1-s2", "p-2-s1"]
    assert len(ids) == len(set(ids))


def test_headings_have_longer_pauses_than_sentences():
    units = {unit.id: unit for unit in plan(french())}

    heading, sentence = units["sec-2-h-s1"], units["p-1-s1"]
    assert heading.pause_before_s >= 0.7 > sentence.pause_before_s
    assert heading.pause_after_s >= 0.5 > sentence.pause_after_s


def test_heading_levels_count_the_sections_around_them():
    inner = Section(id="sec-2", heading=sentences("sec-2-h", "Inner"), children=())
    outer = Section(id="sec-1", heading=sentences("sec-1-h", "Outer"), children=(inner,))

    levels = {unit.id: unit.level for unit in plan(article(outer))}
    assert levels == {"title-s1": 1, "sec-1-h-s1": 2, "sec-2-h-s1": 3}


def test_list_announces_its_count_in_full_only():
    items = tuple(
        Item(id=f"list-1-i{n}", children=(paragraph(f"p-{n}", text),))
        for n, text in enumerate(("Salt.", "Rice."), start=1)
    )
    plain, ordered = List(id="list-1", items=items), List(id="list-1", items=items, ordered=True)

    assert spoken(plain) == ["List of two items. Salt.", "Rice."]
    assert spoken(ordered) == ["List of two items. one. Salt.", "two. Rice."]
    assert spoken(ordered, options=BRIEF) == ["Salt.", "Rice."]


def test_quote_is_framed_and_attributed():
    quote = Quote(
        id="quote-1",
        children=(paragraph("p-1", "We wait. We hope."),),
        attribution=sentences("quote-1-attribution", "A sailor"),
    )

    assert spoken(quote) == ["Quote: We wait.", "We hope. End of quote.", "A sailor"]
    assert spoken(quote, options=BRIEF) == ["We wait.", "We hope.", "A sailor"]


def test_table_says_caption_size_and_header_before_each_value():
    def cell(id_, text, **kind):
        children = (paragraph(f"{id_}-p", text),) if text else ()
        return Cell(id=id_, children=children, **kind)

    table = Table(
        id="tbl-1",
        caption=sentences("tbl-1-caption", "Rainfall"),
        rows=(
            Row(
                section="head",
                cells=(cell("a", "Town", header=True), cell("b", "Millimetres", header=True)),
            ),
            Row(cells=(cell("c", "Gao", header=True), cell("d", "200"))),
            Row(cells=(cell("e", "Kayes", header=True), cell("f", ""))),
        ),
    )

    assert spoken(table) == [
        "Rainfall Table, three rows, two columns.",
        "Town",
        "Millimetres",
        "Gao",
        "Millimetres: two hundred",
        "Kayes",
        "Millimetres: empty",
    ]


def test_figures_say_alternative_then_caption_and_stay_silent_when_decorative():
    def figure(alt):
        image = Image(id="img-1", asset="a", alt=alt)
        caption = sentences("fig-1-caption", "Harbour.")
        return Figure(id="fig-1", content=(image,), caption=caption)

    assert spoken(figure(Described("Two cranes"))) == ["Image: Two cranes", "Harbour."]
    assert spoken(figure(Decorative())) == ["Harbour."]
    assert spoken(figure(Missing())) == ["Harbour."]


def test_note_calls_are_silent_and_notes_come_last():
    text = (Text(value="It rained"), NoteRef(note="n1"), Text(value=" again."))
    body = Paragraph(id="p-1", children=text)
    noted = article(body, paragraph("p-2", "It stopped."))
    note = Note(id="n1", children=(paragraph("p-3", "Since May."),))
    units = plan(with_notes(noted, note))

    assert [unit.spoken for unit in units[1:]] == [
        "It rained again.",
        "It stopped.",
        "Note one: Since May.",
    ]
    assert units[-1].role == "note"


def test_notes_can_be_said_after_the_block_that_calls_them():
    def paragraph_with(id_, text, note):
        return Paragraph(id=id_, children=(Text(value=text), NoteRef(note=note)))

    body = (
        Section(
            id="sec-1",
            heading=sentences("sec-1-h", "Rain"),
            children=(paragraph_with("p-1", "It rained.", "n2"), paragraph("p-2", "It stopped.")),
        ),
    )
    notes = (
        Note(id="n1", children=(paragraph("p-3", "Uncalled."),)),
        Note(id="n2", children=(paragraph("p-4", "Since May."),)),
    )

    units = plan(with_notes(article(*body), *notes), SpeechOptions(notes="after-block"))
    assert [unit.spoken for unit in units[2:]] == [
        "It rained.",
        "Note two: Since May.",
        "It stopped.",
        "Note one: Uncalled.",
    ]


def test_program_text_is_announced_in_its_place():
    short, long = Code(id="code-1", value="x"), Code(id="code-2", value="a = 1\nb = 2\n")
    body = paragraph("p-1", "Before."), short, long, paragraph("p-2", "After.")

    assert spoken(*body) == ["Before.", "Code.", "Code, two lines.", "After."]
    assert spoken(long, lang="fr") == ["Code, deux lignes."]
    assert [(unit.id, unit.written) for unit in plan(article(short))[1:]] == [("code-1", "")]


def test_program_text_and_repeating_pull_quotes_are_silent_where_nothing_is_announced():
    code = Code(id="code-1", value="print(1)")
    quote = Aside(kind="pullquote", repeats=True, children=(paragraph("p-1", "Again."),))
    body = code, quote, paragraph("p-2", "Said.")

    assert spoken(*body, options=BRIEF) == ["Said."]
    assert spoken(*body, lang="bm") == ["Said."]


def test_authors_decide_how_a_span_or_an_abbreviation_is_said():
    inlines = (
        Span(say="Nguyen", children=(Text(value="Ng."),)),
        Text(value=" of "),
        Abbr(say="expansion", expansion="World Health Organization", children=(Text(value="WHO"),)),
        Text(value=" met "),
        Abbr(say="letters", children=(Text(value="AES"),)),
        Text(value=" and "),
        Abbr(say="word", children=(Text(value="OPEC"),)),
    )
    body = Paragraph(id="p-1", children=inlines)

    assert spoken(body) == ["Nguyen of World Health Organization met A E S and Opec"]


def test_lexicon_aliases_replace_whole_words_only():
    alias = Pronunciation(grapheme="Ag", lang="en", alias="silver")
    options = SpeechOptions(lexicon=(alias,))

    assert spoken(paragraph("p-1", "Ag, not Agadez."), options=options) == ["silver, not Agadez."]


def test_foreign_words_switch_voice_from_three_on():
    two = Marked(kind="emphasis", lang="de", children=(Text(value="guten Tag"),))
    three = Marked(kind="emphasis", lang="de", children=(Text(value="einen guten Tag"),))

    units = plan(article(Paragraph(id="p-1", children=(two, Text(value=" or "), three))))
    parts = [(part.lang, part.spoken) for part in units[1].parts]
    assert parts == [("en", "guten Tag or "), ("de", "einen guten Tag")]


def test_typographic_spaces_and_invisible_characters_do_not_reach_the_engine():
    text = "Prix\u202f: 5\u00a0000\u2009m\u00ad2\u200b, oui\ufeff"

    unit = plan(article(paragraph("p-1", text), lang="fr"))[1]
    assert not set(unit.spoken) & set("\u202f\u00a0\u2009\u00ad\u200b\ufeff")
    assert unit.written == text


def test_markup_characters_are_text():
    text = 'Say <break time="5s"/> and [[h@l\'oU]] > go.'

    assert spoken(paragraph("p-1", text)) == [text]


def test_long_sentences_are_cut_at_weak_stops_without_losing_a_character():
    text = "; ".join(f"clause number {'x' * (n % 40)} and more" for n in range(30))

    unit = plan(article(paragraph("p-1", text)))[1]
    assert max(len(part.spoken) for part in unit.parts) <= 300
    assert "".join(part.spoken for part in unit.parts) == text
    assert all(part.spoken.endswith("; ") for part in unit.parts[:-1])


def test_a_language_without_announcements_gets_none():
    items = (Item(id="i", children=(paragraph("p-1", "Dɔgɔtɔrɔ."),)),)

    assert spoken(List(id="list-1", items=items), lang="bm") == ["Dɔgɔtɔrɔ."]


def with_notes(base, *notes):
    return msgspec.structs.replace(base, notes=notes)
