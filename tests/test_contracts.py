"""One contract for every plug-in: ours, and one that only these tests define."""

import importlib
import sys
from dataclasses import replace

import pytest

from render import plugins
from render.errors import MissingEngineError, UsageError
from render.model import Article, Meta, Paragraph, Section, Text
from render.plugins import (
    Check,
    CheckedFile,
    Job,
    Reader,
    Renderer,
    SpeechRequest,
    Subject,
    Verdict,
    Voice,
)
from render.preparation import prepare
from render.reading import Reading, ReadOptions, Source
from render.speech import narrate
from render.theme import load

THIRD_PARTY = """
from render.model import Article, Meta, Paragraph, Text
from render.plugins import Artefact, Check, Reader, Renderer, Utterance, Verdict, Voice, VoiceInfo
from render.reading import Reading

def read(source, options):
    text = (Text(value=source.data.decode()),)
    meta = Meta(title=text, lang=options.lang or "en")
    return Reading(Article(meta=meta, body=(Paragraph(children=text),)))

def render(job):
    return Artefact(f"{job.slug}.third", "text/x-third", job.article.meta.lang.encode())

def speak(requests, voice_name, words_per_minute):
    for request in requests:
        yield Utterance(bytes(len(request.text) * 200), 16000, "third:one")

def check(subject):
    names = tuple(file.name for file in subject.files if file.media_type == "text/x-third")
    return Verdict("third", "Third", "1", "ran", names)

READER = Reader("third", ("text/x-third",), (".third",), lambda source: 0.0, read)
RENDERER = Renderer("third", "third", ".third", "text/x-third", render)
VOICE = Voice("third", lambda: (VoiceInfo("one", "en", False),), speak)
CHECK = Check("third", ("text/x-third",), check)
"""
# Voices of the system and models: not there on every machine, so proved in tests/voices.
BROUGHT_BY_USERS = {"kokoro", "os", "piper"}
KINDS = {"readers": "READER", "voices": "VOICE", "renderers": "RENDERER", "checks": "CHECK"}

ARTICLE = Article(
    meta=Meta(title=(Text(value="A title"),), lang="en"),
    body=(
        Section(
            heading=(Text(value="A part"),),
            children=(Paragraph(children=(Text(value="First sentence. Second one."),)),),
        ),
    ),
)
SAMPLES = {
    "html": b"<html lang=en><title>A title</title><main><h1>A title</h1><p>A long enough sentence,"
    b" with words in it, stands here. And another one follows it.</p></main>",
    "json": b'{"meta": {"title": [{"type": "text", "value": "A title"}], "lang": "en"}}',
    "markdown": b"---\nlang: en\n---\n\n# A title\n\nA sentence.\n",
    "text": b"A title\n\nA long enough sentence, with words in it, stands here. And another.\n",
    "third": b"A title",
}


@pytest.fixture(scope="module", autouse=True)
def third_party(tmp_path_factory):
    """Install a distribution with one plug-in of each kind, as pip would."""
    site = tmp_path_factory.mktemp("site")
    (site / "third_party.py").write_text(THIRD_PARTY)
    info = site / "third_party-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: third-party\nVersion: 1\n")
    groups = [f"[render.{kind}]\nthird = third_party:{value}\n" for kind, value in KINDS.items()]
    (info / "entry_points.txt").write_text("\n".join(groups))
    sys.path.insert(0, str(site))
    importlib.invalidate_caches()
    yield
    sys.path.remove(str(site))
    sys.modules.pop("third_party", None)


def _names(kind):
    """The built-in names, read at collection, and the third party's."""
    return [*plugins.names(kind), "third"]


@pytest.fixture(scope="module")
def job():
    prepared = prepare(ARTICLE).article
    narration = narrate(prepared, plugins.find("voices", "silent"), None, 165)
    return Job(prepared, "a-title", load("default"), "1980-01-01T00:00:00Z", narration=narration)


@pytest.mark.parametrize("kind", KINDS)
def test_every_plug_in_is_called_what_its_entry_point_says(kind):
    assert "third" in plugins.names(kind)
    for name in plugins.names(kind):
        assert plugins.find(kind, name).name == name


@pytest.mark.parametrize("name", _names("readers"))
def test_a_reader_gives_an_article_with_a_language(name):
    reader = plugins.find("readers", name)
    source = Source(SAMPLES[name], "sample" + reader.suffixes[0])

    reading = reader.read(source, ReadOptions(lang="en"))

    assert isinstance(reader, Reader)
    assert isinstance(reading, Reading)
    assert reading.article.meta.lang == "en"
    assert reading.article.meta.title
    assert 0 <= reader.sniff(source) <= 1
    assert reader.read(source, ReadOptions(lang="en")) == reading


@pytest.mark.parametrize("name", _names("renderers"))
def test_a_renderer_gives_one_file_under_its_name_and_the_same_bytes_twice(name, job):
    renderer = plugins.find("renderers", name)

    artefact = renderer.render(job)

    assert isinstance(renderer, Renderer)
    assert artefact.file_name == f"{job.slug}{renderer.suffix}"
    assert artefact.media_type == renderer.media_type
    assert artefact.data
    assert renderer.render(replace(job)).data == artefact.data


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", [name for name in _names("voices") if name not in BROUGHT_BY_USERS]
)
def test_a_voice_gives_one_utterance_for_each_request_in_order(name):
    voice = plugins.find("voices", name)
    requests = [SpeechRequest("One.", "en"), SpeechRequest("A longer sentence.", "en")]

    spoken = list(voice.speak(requests, None, 165))

    assert isinstance(voice, Voice)
    assert len(spoken) == 2
    assert len(spoken[0].pcm) < len(spoken[1].pcm)
    assert all(len(each.pcm) % 2 == 0 and each.sample_rate_hz >= 8000 for each in spoken)
    # The voice that chooses says whom it chose.
    assert all(each.voice.startswith(f"{name}:") or name == "auto" for each in spoken)
    assert all(":" in each.voice for each in spoken)
    assert voice.voices()


@pytest.mark.parametrize("name", _names("voices"))
def test_a_voice_says_which_voices_it_has_or_what_is_missing(name):
    voice = plugins.find("voices", name)
    try:
        offered = voice.voices()
    except MissingEngineError:
        with pytest.raises(MissingEngineError) as caught:
            voice.voices()
        assert caught.value.hint
    else:
        assert all(each.name and each.lang for each in offered)


@pytest.mark.parametrize("name", _names("checks"))
def test_a_check_names_only_files_of_its_types(name):
    check = plugins.find("checks", name)
    assert isinstance(check, Check)
    if check.external:
        return

    verdict = check.run(Subject((CheckedFile("x.unknown", "application/x-unknown", b""),)))

    assert isinstance(verdict, Verdict)
    assert verdict.check == name
    assert verdict.files == ()


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_name_is_answered_with_the_nearest(kind):
    with pytest.raises(UsageError) as caught:
        plugins.find(kind, "thirt")

    assert caught.value.hint == "did you mean 'third'?"
