"""Right articles in which a check of ours once found a fault that was none, or a true one."""

import pytest

from render.findings import Severity
from render.pipeline import BuildOptions, build, read
from render.reading import Source
from render.renderers.epub import EpubOptions
from tests.renderers.pdf.laid_out import picture

pytestmark = pytest.mark.slow

HEAD = "---\ntitle: A day by the river\nauthor: Ann Other\nlang: en\n---\n\nIt was a long day.\n\n"
CASES = {
    "two authors": HEAD.replace("Ann Other", "[Ann Other, Bob Else]"),
    "a note in a heading": HEAD + "## The ferry[^a]\n\nIt left late.\n\n[^a]: At noon.\n",
    "a note in a word": HEAD + "It was big[^a]ish, and 신문[^b]은 too.\n\n[^a]: So.\n[^b]: Or.\n",
    "a linked picture": HEAD + "See [![The ferry](red.png)](https://example.org/x) here.\n",
    "letters of no width": HEAD + "## कार्यक्रम\n\nIt is a word.\n\n## As\u200bit\u00adis\n\nSo.\n",
    "words that are explained": HEAD + "Ferry\n: A boat.\n\nMix\n: Many things.\n",
    "three authors": HEAD.replace("Ann Other", "[Ann Other, Bob Else, Cy Third]"),
}


@pytest.mark.parametrize("written", CASES.values(), ids=CASES.keys())
def test_no_check_finds_anything(written, tmp_path):
    (tmp_path / "red.png").write_bytes(picture("red").data)
    options = BuildOptions(
        to=("html", "pdf", "epub", "vtt"),
        voice="silent",
        renderer_options={"epub": EpubOptions(embed_audio=False)},
    )

    made = build(read(Source(written.encode(), "a.md"), folder=tmp_path), "a", options)

    found = [*made.findings, *(each for verdict in made.verdicts for each in verdict.findings)]
    assert [each for each in found if each.severity is not Severity.NOTE] == []
    assert made.failures == ()
