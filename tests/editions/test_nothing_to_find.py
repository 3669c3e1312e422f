"""Right articles in which a check of ours once found a fault that was none, or a true one."""

import pytest

from render.findings import Severity
from render.pipeline import BuildOptions, build, read
from render.reading import Source
from render.renderers.epub import EpubOptions

pytestmark = pytest.mark.slow

HEAD = "---\ntitle: A day by the river\nauthor: Ann Other\nlang: en\n---\n\nIt was a long day.\n\n"
CASES = {
    "two authors": HEAD.replace("Ann Other", "[Ann Other, Bob Else]"),
    "three authors": HEAD.replace("Ann Other", "[Ann Other, Bob Else, Cy Third]"),
}


@pytest.mark.parametrize("written", CASES.values(), ids=CASES.keys())
def test_no_check_finds_anything(written):
    options = BuildOptions(
        to=("html", "pdf", "epub", "vtt"),
        voice="silent",
        renderer_options={"epub": EpubOptions(embed_audio=False)},
    )

    made = build(read(Source(written.encode(), "a.md")), "a", options)

    found = [*made.findings, *(each for verdict in made.verdicts for each in verdict.findings)]
    assert [each for each in found if each.severity is not Severity.NOTE] == []
    assert made.failures == ()
