from itertools import pairwise

from render.model import Section
from render.speech import narrate
from render.speech.chapters import chapters
from render.voices.silent import VOICE as SILENT
from tests.speech.articles import article, french, paragraph, sentences


def test_chapters_are_the_title_and_each_heading():
    found = chapters(narrate(french(), SILENT))

    titles = [chapter.title for chapter in found]
    assert titles == ["La mer, de nouveau", "Un port rouvert", "Et maintenant ?"]


def test_chapters_fill_the_sound_without_gaps():
    narration = narrate(french(), SILENT)
    found = chapters(narration)

    assert found[0].begin_ms == 0
    assert all(a.end_ms == b.begin_ms for a, b in pairwise(found))
    assert found[-1].end_ms == narration.milliseconds(narration.sample_count)


def test_a_heading_of_two_sentences_is_one_chapter():
    section = Section(
        id="sec-1", heading=sentences("sec-1-h", "Who? Why?"), children=(paragraph("p-1", "So."),)
    )

    assert [c.title for c in chapters(narrate(article(section), SILENT))] == [
        "A title",
        "Who? Why?",
    ]


def test_too_many_chapters_lose_the_deepest_first():
    inner = tuple(
        Section(id=f"in-{n}", heading=sentences(f"in-{n}-h", f"Inner {n}"), children=())
        for n in range(5)
    )
    outer = Section(id="sec-1", heading=sentences("sec-1-h", "Outer"), children=inner)

    found = chapters(narrate(article(outer), SILENT), most=3)
    assert [chapter.title for chapter in found] == ["A title", "Outer"]
