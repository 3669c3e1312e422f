"""Lines broken at a width are joined; lines that are paragraphs are not."""

import textwrap

import pytest

from render.readers.text.blocks import make_blocks
from render.readers.text.lines import split_lines
from render.readers.text.wrapping import join

PROSE = (
    "The harbour office opened its doors to visitors on Saturday and more than four hundred "
    "people climbed the narrow stairs to see the old tide gauge, which still writes its curve "
    "on paper. Children were allowed to wind the clockwork, and the keeper watched them."
)


def texts(text: str) -> list[str]:
    return [block.text for block in make_blocks(split_lines(text))[0]]


@pytest.mark.parametrize("width", [40, 60, 72, 78, 100])
def test_a_wrapped_paragraph_is_one_block(width):
    wrapped = textwrap.fill(PROSE, width)

    assert texts(f"{wrapped}\n\n{wrapped}") == [PROSE, PROSE]


def test_paragraphs_on_lines_of_their_own_stay_apart():
    assert texts(f"{PROSE}\n{PROSE}\n{PROSE}") == [PROSE] * 3


def test_short_lines_of_different_lengths_stay_apart():
    lines = ["Home", "Latest news and views", "About", "Our archive since 1921", "Jobs", "Help"]

    assert texts("\n".join(lines)) == lines


def test_a_deeper_line_begins_a_paragraph():
    wrapped = textwrap.fill(PROSE, 60, initial_indent="    ")

    assert texts(f"{wrapped}\n{wrapped}") == [PROSE, PROSE]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["one", "two"], "one two"),
        (["porte-", "manteau"], "porte-manteau"),
        (["gou\u00ad", "verner"], "gou\u00adverner"),
        (["Jean-", "Paul"], "Jean-Paul"),
        (["Vor-", "und Nachteile"], "Vor- und Nachteile"),
        (["un –", "dit-il"], "un – dit-il"),
        (["行の", "途中"], "行の途中"),
        (["行の", "word"], "行の word"),
    ],
)
def test_lines_are_joined_as_their_script_asks(lines, joined):
    assert join(lines) == joined
