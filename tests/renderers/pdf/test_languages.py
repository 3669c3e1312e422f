"""More than forty languages in one file: read back as written, drawn by fonts that have them.

A clean machine lacks fonts for some; then their letters are named. In CI none may be lacking.
"""

import functools
import os
import re
import tomllib
from pathlib import Path

import pytest

from render.checks.verapdf import CHECK
from render.findings import Severity
from render.language import direction
from render.pdf_reading import read_tree, text_of
from render.plugins import CheckedFile, Subject
from tests.renderers.pdf.laid_out import lay

SENTENCES = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))


@functools.cache
def made(edition="accessible", without=frozenset()):
    """The file of all sentences but those with letters that cannot be drawn."""
    body = "".join(
        f'<p lang="{lang}" dir="{direction(lang)}">{sentence}</p>'
        for lang, sentence in SENTENCES.items()
        if without.isdisjoint(sentence)
    )
    return lay(body, edition=edition)


def letters_named(response):
    """The letters that the file says no font has; it names the first twenty."""
    told = [each for each in response.findings if each.code == "PDF-001"]
    assert all(each.severity is Severity.ERROR for each in told)
    named = (code for each in told for code in re.findall(r"U\+([0-9A-F]+)", each.message))
    return frozenset(chr(int(code, 16)) for code in named)


@pytest.mark.slow
def test_every_language_is_read_back_as_it_was_written():
    read = [text_of(tag) for tag in read_tree(made().data).tags() if tag.name == "P"]
    assert read == list(SENTENCES.values())


@pytest.mark.slow
def test_letters_that_no_font_has_are_named_and_in_ci_there_are_none():
    letters = letters_named(made())
    assert letters <= set("".join(SENTENCES.values()))
    if os.environ.get("CI"):
        assert letters == set(), "run .ci/system-packages test"


@pytest.mark.slow
@pytest.mark.validators("verapdf")
@pytest.mark.parametrize("edition", ["accessible", "archive"])
def test_languages_that_can_be_drawn_pass_all_that_their_file_claims(edition):
    without: frozenset[str] = frozenset()
    while letters := letters_named(made(edition, without)):
        without |= letters
    file = CheckedFile("all.pdf", "application/pdf", made(edition, without).data)
    assert CHECK.run(Subject((file,))).findings == ()
