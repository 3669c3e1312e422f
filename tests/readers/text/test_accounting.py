"""Promise: every character of the input is in the article, listed as left out, or blank."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from render.errors import EmptyArticleError
from render.model import Article, Block, List, Paragraph, Quote, Section, Verse
from render.model.walk import plain_text
from render.readers.text import READER
from render.readers.text.blocks import make_blocks
from render.readers.text.lines import split_lines
from render.reading import Reading, ReadOptions, Source

CASES = Path(__file__).parent / "cases"
SEED = Path(__file__).parents[3] / "examples" / "mali.txt"

LINES = st.one_of(
    st.sampled_from(
        [
            "",
            "   ",
            "Accueil",
            "Share",
            "Culture",
            "- un point",
            "* a point",
            "2. second",
            "3. third",
            "> quoted",
            ">",
            "Par Awa Diop",
            "Published on 3 March 2026",
            "31/02/2026",
            "La Rédaction",
            "Une ligne courte",
            "Une phrase assez longue pour compter comme de la prose, avec un point à la fin.",
            "\u200b",
            "line\u2028separated\u2029twice",
            "form\ffeed",
        ]
    ),
    st.text(
        alphabet=st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=40
    ),
)
MARK = re.compile(
    r"^(?:>(?: ?>)*[ \t]?|(?:[-*+•‣◦▪●·–]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t\u00a0]+(?=\S))"
)
PASTES = st.lists(LINES, max_size=25).map("\n".join)


def read(text: str, options: ReadOptions | None = None) -> Reading | None:
    """The reading, or None where the input has no article."""
    try:
        return READER.read(Source(text.encode(), "paste.txt"), options or ReadOptions(lang="fr"))
    except EmptyArticleError:
        return None


def strings(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield plain_text(block.children)
            case Section():
                yield plain_text(block.heading)
                yield from strings(block.children)
            case List():
                for item in block.items:
                    yield from strings(item.children)
            case Quote():
                yield from strings(block.children)
            case Verse():
                yield from (plain_text(line.children) for line in block.lines)
            case _:
                raise AssertionError(block)


def article_strings(article: Article) -> Iterator[str]:
    yield plain_text(article.meta.title)
    yield plain_text(article.meta.deck)
    for author in article.meta.authors:
        yield from (said for said in (author.name, author.role) if said)
    yield from strings(article.body)


def characters(text: str) -> Counter[str]:
    """Every character but white space and the zero-width ones that fill empty lines."""
    shown = unicodedata.normalize("NFC", text)
    return Counter(
        sign
        for sign in shown
        if not sign.isspace() and sign not in "\u200b\u200c\u200d\u2060\ufeff"
    )


def without_marks(text: str) -> str:
    """Bullets, numbers and quotation marks at line starts are structure of the model."""
    lines = re.split(r"[\n\v\f\x85\u2028\u2029]", text)
    return "\n".join(MARK.sub("", line.strip()) for line in lines)


def assert_all_accounted_for(text: str, reading: Reading) -> None:
    title_is_made_up = any(found.code == "TEXT-001" for found in reading.findings)
    kept = list(article_strings(reading.article))[title_is_made_up:]
    left_out = [dropped.text for dropped in reading.dropped]

    accounted = characters(" ".join(kept + left_out))

    assert not characters(without_marks(text)) - accounted, "lost"
    assert not accounted - characters(text), "invented"


@settings(max_examples=40)
@given(PASTES)
def test_every_character_is_kept_or_listed(text):
    reading = read(text)

    if reading is not None:
        assert_all_accounted_for(text, reading)


@settings(max_examples=40)
@given(PASTES)
def test_keep_all_leaves_nothing_out(text):
    reading = read(text, ReadOptions(lang="fr", keep_all=True))

    if reading is not None:
        assert reading.dropped == ()
        kept = characters(" ".join(article_strings(reading.article)))
        assert not characters(without_marks(text)) - kept


@settings(max_examples=40)
@given(PASTES, st.sampled_from(["Une ligne courte", "Another title", "Share"]))
def test_a_given_title_loses_no_word(text, title):
    reading = read(
        text, ReadOptions(lang="fr", title=title, deck="Another deck", byline="Awa Diop")
    )

    if reading is not None:
        accounted = characters(
            " ".join([*article_strings(reading.article), *(d.text for d in reading.dropped)])
        )
        assert not characters(without_marks(text)) - accounted


@settings(max_examples=40)
@given(PASTES)
def test_lines_tile_the_input(text):
    lines = split_lines(text)

    assert "".join(text[line.begin : line.end] for line in lines) == text
    assert [line.begin for line in lines[1:]] == [line.end for line in lines[:-1]]


@settings(max_examples=40)
@given(PASTES)
def test_blocks_hold_every_line_that_is_not_blank_once_and_in_order(text):
    lines = split_lines(text)

    blocks, _ = make_blocks(lines)

    held = [line for block in blocks for line in block.lines]
    assert [line for line in held if line.text.strip("> \t")] == [
        line for line in lines if line.text.strip("> \t")
    ]


@settings(max_examples=40)
@given(PASTES)
def test_what_is_left_out_stands_in_the_lines_it_names(text):
    reading = read(text)

    for dropped in reading.dropped if reading else ():
        assert dropped.line_begin is not None
        assert dropped.line_end is not None
        named = text.split("\n")[dropped.line_begin - 1 : dropped.line_end]
        assert unicodedata.normalize("NFC", dropped.text) in unicodedata.normalize(
            "NFC", "\n".join(named)
        )


@settings(max_examples=40)
@given(PASTES)
def test_confidence_is_a_share(text):
    reading = read(text)

    for decision in reading.decisions if reading else ():
        assert 0 <= decision.confidence <= 1
        assert decision.rule


@pytest.mark.parametrize("path", [SEED, *sorted(CASES.glob("*.txt"))], ids=lambda path: path.stem)
def test_real_texts_are_accounted_for(path):
    for case in path.read_text("utf-8").split("=== "):
        text = case.split("\n--- expected\n")[0]
        reading = read(text)

        if reading is not None:
            assert_all_accounted_for(text, reading)
