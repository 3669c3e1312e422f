"""A real screen reader reads the page: every word, in order, and where each skip link leads."""

import difflib
import sys

import pytest

from render.inspection import flows, words
from render.labels import labels_for
from tests.editions.conftest import ARTICLES, make
from tests.screen_reader.orca import orca_before

# On a busy machine an event that comes late stops the reading, as any key would.
TRIES = 3

pytestmark = [pytest.mark.screen_reader, pytest.mark.slow]


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda path: path.stem)
def heard(request, chromium, tmp_path_factory):
    """What Orca says of an example: after each skip link, and when it reads everything."""
    folder = tmp_path_factory.mktemp(request.param.stem)
    made = make(request.param, to=("html", "mp3"))
    for artefact in made.artefacts:
        (folder / artefact.file_name).write_bytes(artefact.data)
    article = made.article
    title = " ".join(flows(article)[0][0].words)
    with orca_before(folder / f"{made.slug}.html", title, chromium, folder) as reader:
        skips = []
        for number in (1, 2, 3):
            reader.press("F5")
            link = reader.press(*["Tab"] * number)
            skips.append((link, reader.press("Return")))
        reader.press("F5")
        said, tries = reader.read_on(), 1
        while read_in_order(article, said) < 0.99 and tries < TRIES:
            said, tries = reader.read_on(), tries + 1
        return article, skips, said


def read_in_order(article, said) -> float:
    """The share of the article's words that are in `said` one after the other."""
    expected = [word for run in flows(article)[0] for word in run.words]
    matcher = difflib.SequenceMatcher(None, expected, words(said), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(expected)


def test_orca_reads_at_least_99_percent_of_the_words_in_order(heard):
    article, _skips, said = heard
    share = read_in_order(article, said)

    sys.stdout.write(f"Orca read {share:.2%} of the words in order\n")
    assert share >= 0.99, said


def test_orca_says_where_each_skip_link_leads(heard):
    article, skips, _said = heard
    labels = labels_for(article.meta.lang)
    expected = (
        (labels.skip_to_content, "main content"),
        (labels.skip_to_contents, f"navigation {labels.contents}"),
        (labels.skip_to_player, labels.listen),
    )
    for (link, place), (focused, followed) in zip(expected, skips, strict=True):
        assert f"{link} link." in focused
        assert place in followed
