"""An edition of articles: each is what it is alone, and the whole is in order."""

import dataclasses

import pytest

from render import plugins
from render.cache import Memory, Store
from render.edition import prefixed
from render.findings import Severity
from render.inspection import sound_facts
from render.model.walk import walk
from render.pipeline import BuildOptions, build, open_file, read
from render.pipeline.edition import build_edition
from render.plugins import VoiceInfo
from render.reading import Reading

# Making the edition that most of these look at takes two seconds.
pytestmark = pytest.mark.slow


def _page(made, name):
    data = next(each.data for each in made.artefacts if each.file_name == name)
    return data.decode()


def test_the_parts_stand_in_order_with_levels(parts):
    assert [(part.kind, part.level, part.title) for part in parts] == [
        ("front", 1, "The Week"),
        ("article", 2, "A leader"),
        ("section", 2, "World"),
        ("article", 3, "The river"),
        ("article", 3, "Le fleuve"),
        ("section", 2, "Monde"),
        ("article", 3, "النهر"),
        ("article", 3, "Das Ufer"),
    ]


def test_the_settings_override_what_an_article_says(parts):
    meta = next(part.article.meta for part in parts if part.slug == "fleuve")

    assert (meta.lang, meta.authors[0].name, meta.rights) == ("fr", "Léa Roy", "CC0")


def test_the_whole_has_the_rights_of_the_articles_that_have_their_own(made, artefact):
    assert made.article.meta.rights == "All rights reserved. CC0 (Le fleuve)"
    assert b"All rights reserved. CC0 (Le fleuve)" in artefact("week.pdf").data
    assert "<dd>CC0</dd>" in _page(made, "fleuve.html")


def test_an_article_is_what_it_is_alone(edition_file, parts):
    source, folder = open_file(str(edition_file.parent / "river.md"))
    alone = build(read(source, folder=folder), "river", BuildOptions(to=("html",)))

    assert next(part.article for part in parts if part.slug == "river") == alone.article


def test_no_id_stands_twice_in_the_whole(made):
    ids = [node.id for node in walk(made.article) if node.id]

    assert len(ids) == len(set(ids)) > 20


def test_the_chapters_are_sections_and_articles(made):
    sound = next(each.data for each in made.artefacts if each.file_name == "week.m4b")

    assert sound_facts(sound).chapters == (
        "The Week",
        "A leader",
        "World",
        "The river",
        "Banks",
        "Banks",
        "Le fleuve",
        "Rives",
        "Monde",
        "النهر",
        "Das Ufer",
    )


def test_the_contents_are_spoken_before_the_first_article(made):
    texts = [cue.text for cue in made.narration.cues]
    opening = texts[: texts.index("All is well. ")]

    assert opening.count("The river") == opening.count("Das Ufer") == 1
    assert opening.count("A leader") == 2


def test_each_cue_is_one_of_its_article_alone(made, parts):
    ids = {cue.id for cue in made.narration.cues}

    for part in parts:
        own = {node.id for node in walk(prefixed(part.article, part.prefix)) if node.id}
        assert any(id_ in ids for id_ in own)


def test_the_index_leads_to_each_articles_page(made):
    page = _page(made, "index.html")

    for name in ("leader", "river", "fleuve", "z1", "z2"):
        assert f'<a href="{name}.html"' in page
        assert 'href="index.html"' in _page(made, f"{name}.html")


def test_a_foreign_title_in_the_index_says_its_language(made):
    assert '<li id="a4"><a href="z1.html" lang="ar" dir="rtl">النهر</a>' in _page(
        made, "index.html"
    )


def test_the_index_shows_the_cover_and_offers_to_listen_to_the_issue(made):
    page = _page(made, "index.html")

    assert "Listen to this issue" in page
    assert 'alt="A river in flood"' in page
    assert "this article</h2>" not in page
    assert 'href="index.html" type="text/html">The whole issue' in _page(made, "river.html")


def test_nothing_is_wrong(made):
    assert not made.failures
    found = [*made.findings, *(each for verdict in made.verdicts for each in verdict.findings)]
    # The silent voice is silent.
    heard = [each for each in found if each.code != "AUDIO-007"]
    assert [each.message for each in heard if each.severity > Severity.NOTE] == []


def test_each_articles_page_plays_its_own_recording_and_reads_along(made, artefact):
    page = _page(made, "fleuve.html")

    assert 'src="fleuve.mp3"' in page
    assert 'href="fleuve.mp3" download' in page
    heard = sound_facts(artefact("fleuve.mp3").data)
    assert heard.chapters == ("Le fleuve", "Rives")
    assert heard.duration_ms < sound_facts(artefact("week.mp3").data).duration_ms / 2


def test_an_article_narrated_alone_is_not_spoken_again(reading, parts, tmp_path, monkeypatch):
    wanted = BuildOptions(to=("vtt",), voice="silent", memory=Memory(Store(tmp_path)))
    river = next(part.article for part in parts if part.slug == "river")
    build(Reading(river), "river", wanted)
    said: list[str] = []
    silent = plugins.find("voices", "silent")

    def speak(requests, name, rate):
        said.extend(request.text for request in requests)
        return silent.speak(requests, name, rate)

    voice = dataclasses.replace(silent, speak=speak)
    monkeypatch.setattr("render.pipeline.edition_sound.choose_voice", lambda _wanted: (voice, None))

    made = build_edition(reading, "week", wanted)

    assert made.narration is not None
    assert any("All is well." in text for text in said)
    assert not any("They hold." in text for text in said)


def test_one_verdict_of_each_check_names_every_file(made):
    names = [verdict.check for verdict in made.verdicts]
    words = next(verdict for verdict in made.verdicts if verdict.check == "conservation")

    assert len(names) == len(set(names))
    assert {"index.html", "river.html", "z1.html", "week.vtt"} <= set(words.files)


def test_an_article_that_no_voice_speaks_leaves_the_others_theirs(reading, monkeypatch):
    english = VoiceInfo("one", "en", exact_words=False)
    silent = plugins.find("voices", "silent")
    voice = dataclasses.replace(silent, voices=lambda: (english,))
    monkeypatch.setattr("render.pipeline.edition_sound.choose_voice", lambda _wanted: (voice, None))

    made = build_edition(reading, "week", BuildOptions(to=("vtt",)))

    told = [each.message for each in made.findings if each.code == "EDITION-002"]
    assert [message.split("'")[1] for message in told] == [
        "Le fleuve",
        "Monde",
        "النهر",
        "Das Ufer",
    ]
    assert made.narration is not None
    assert "The river" in [cue.text for cue in made.narration.cues]


def test_the_spoken_programme_is_clean(reading):
    made = build_edition(reading, "week", BuildOptions(to=("m4b", "vtt"), voice="espeak"))

    assert not made.failures
    assert [finding for verdict in made.verdicts for finding in verdict.findings] == []
