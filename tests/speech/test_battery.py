"""The battery on every example, on pages of the corpus, and on input made to break it."""

import io
import os
import tarfile
from pathlib import Path

import pytest

from render import plugins
from render.errors import RenderError
from render.plugins import Job
from render.preparation import prepare
from render.reading import ReadOptions, Source
from render.renderers import flac, m4b, mp3, opus, wav
from render.speech import narrate
from render.theme import load
from tests.speech.battery import file_faults, narration_faults, timing_faults

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLES = PROJECT / "examples"
READERS = {"mali.txt": "text", "tidal-power.md": "markdown", "khettara.html": "html"}
# Arabic words carry their articles, prepositions and pronouns with them.
FEWEST_WORDS = {"ar": 90, "he": 90}
ENCODERS = {module.RENDERER.name: module.RENDERER for module in (mp3, m4b, opus, flac, wav)}
PAGES = 20
# In bytes of the page: what is read aloud in a minute or a few.
PAGE_SIZES = range(3_000, 120_000)

pytestmark = pytest.mark.slow


def prepared(data, name, reader, lang=None):
    options = ReadOptions(lang=lang)
    reading = plugins.find("readers", reader).read(Source(data, name), options)
    return prepare(reading.article).article


def spoken(article):
    return narrate(article, plugins.find("voices", "espeak"))


@pytest.fixture(scope="module", params=READERS)
def job(request):
    name = request.param
    article = prepared((EXAMPLES / name).read_bytes(), name, READERS[name])
    theme = load("default")
    return Job(article, "a", theme, "1980-01-01T00:00:00Z", narration=spoken(article))


def test_the_narration_of_every_example_passes_the_battery(job):
    assert job.narration
    fewest = FEWEST_WORDS.get(job.article.meta.lang[:2], 110)

    assert narration_faults(job.narration, fewest) == []


@pytest.mark.parametrize("name", ENCODERS)
def test_every_sound_file_keeps_the_time_of_every_cue(job, name):
    """Within a millisecond, after the coder's delay; level and chapters too."""
    assert list(file_faults(ENCODERS[name].render(job).data, job.narration)) == []


def test_the_same_article_gives_the_same_narration(job):
    assert spoken(job.article) == job.narration


def test_pages_of_the_corpus_pass_the_battery():
    told = {}
    for name, data in corpus_pages():
        try:
            article = prepared(data, name, "html")
            narration = spoken(article)
        except RenderError as error:
            told[name] = [error.message]
            continue
        fewest = FEWEST_WORDS.get(article.meta.lang[:2], 110)
        told[name] = narration_faults(narration, fewest)

    assert len(told) == PAGES
    assert {name: faults for name, faults in told.items() if faults} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Un deux trois, quatre cinq six. " * 640,
        "x" * 5000,
        "😀🎉 " * 200 + "fin",
        "a < b > c & d </p> <script>alert(1)</script> [[h@]] ]]>",
        "\u202eأهلا \u202dhello\u202c وسهلا",
    ],
    ids=["20 kB", "token", "emoji", "markup", "directions"],
)
def test_odd_text_is_said_with_every_word_in_time(text):
    narration = spoken(prepared(f"Titre\n\n{text}\n".encode(), "a.txt", "text", "fr"))

    assert timing_faults(narration) == []


def corpus_pages():
    """Pages of other people, read where they lie: LISIBLE_CORPUS, else beside the checkout."""
    named = os.environ.get("LISIBLE_CORPUS")
    folder = Path(named) if named else PROJECT.parent / "shared" / "corpus"
    path = folder / "readability-pages.tar.xz"
    if not path.exists():
        pytest.skip(f"{path.name} is neither in LISIBLE_CORPUS nor in ../shared/corpus")
    with tarfile.open(fileobj=io.BytesIO(path.read_bytes())) as archive:
        sources = [
            member
            for member in archive
            if member.name.endswith("/source.html") and member.size in PAGE_SIZES
        ]
        step = len(sources) // PAGES
        for member in sources[: step * PAGES : step]:
            stream = archive.extractfile(member)
            assert stream
            yield member.name, stream.read()
