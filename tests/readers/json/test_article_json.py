"""Article JSON: what fits the model is read, what does not names its path."""

import msgspec
import pytest

from render.errors import InputError
from render.model import Article, Meta, Paragraph, Text
from render.model.walk import plain_text
from render.readers.json import READER
from render.reading import ReadOptions, Source

ARTICLE = Article(
    meta=Meta(title=(Text(value="Été"),), lang="fr"),
    body=(Paragraph(children=(Text(value="Un mot."),)),),
)
GOOD = msgspec.json.encode(ARTICLE).decode()


def read(text, **options):
    data = text if isinstance(text, bytes) else text.encode()
    return READER.read(Source(data, "a.json"), ReadOptions(**options))


def test_what_the_model_writes_is_read_back_equal():
    assert read(GOOD).article == ARTICLE


def test_options_override():
    meta = read(GOOD, title="T", deck="D", byline="B", lang="en").article.meta
    assert (plain_text(meta.title), plain_text(meta.deck), meta.lang) == ("T", "D", "en")
    assert [author.name for author in meta.authors] == ["B"]


BROKEN = {
    "cut short": (GOOD[:40], r"a\.json:1: not JSON: .* at column \d+"),
    "a digit bomb": ('{"meta": ' + "9" * 5000 + "}", r"too many digits"),
    "not a number": ('{"meta": NaN}', r"'NaN' is no number in JSON"),
    "an unknown node": (GOOD.replace("paragraph", "para"), r"at \$\.body\[0\]\.type: .*'para'"),
    "a wrong type": (GOOD.replace('"Un mot."', "7"), r"at \$\.body\[0\]\.children\[0\]\.value: "),
    "an unknown field": (GOOD.replace('"lang"', '"lnag"'), r"at \$\.meta: .*`lnag`"),
    "a list": ("[]", r"at \$: expected `object`"),
}


@pytest.mark.parametrize(("text", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_a_fault_stops_with_its_place(text, says):
    with pytest.raises(InputError, match=says):
        read(text)


def test_brackets_in_text_are_no_depth():
    text = GOOD.replace("Un mot.", "[" * 500 + '\\"{')
    assert read(text).article.body[0].children[0].value == "[" * 500 + '"{'


def test_half_a_surrogate_pair_is_replaced_with_a_warning():
    reading = read(GOOD.replace("Un mot.", "a\\ud800b \\ud83d\\ude00"))
    assert reading.article.body[0].children[0].value == "a\ufffdb 😀"
    assert [(f.code, f.where.detail) for f in reading.findings] == [
        ("JSON-001", "$.body[0].children[0].value")
    ]


@pytest.mark.parametrize(("data", "least"), [(GOOD, 0.9), ('{"a": 1}', 0.5)])
def test_sniffing_knows_an_article(data, least):
    assert READER.sniff(Source(data.encode(), "x")) >= least
    assert READER.sniff(Source(b"Some text {", "x")) == 0
