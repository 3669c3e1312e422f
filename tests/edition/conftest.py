"""A small edition on disk, of articles in three languages that share ids, notes and titles."""

from pathlib import Path

import pytest
from PIL import Image

from render.pipeline import BuildOptions
from render.pipeline.edition import FORMATS, build_edition, read_edition
from render.pipeline.edition_parts import parts_of

EDITION = """
title = "The Week"
lang = "en"
date = 2026-11-24
issue = 12
publisher = "House"
rights = "All rights reserved."
cover = { file = "cover.png", alt = "A river in flood" }
articles = ["leader.md"]

[[sections]]
title = "World"
articles = ["river.md", { file = "fleuve.md", lang = "fr", byline = "Léa Roy", rights = "CC0" }]

[[sections]]
title = "Monde"
lang = "fr"
articles = ["z*.md"]
"""
ARTICLES = {
    "leader.md": "---\ntitle: A leader\nlang: en\n---\n\nAll is well. Or so we say.\n",
    "river.md": (
        "---\ntitle: The river\nlang: en\nauthor: Ada Low\ndeck: It rises.\n---\n\n"
        "The river rises[^1]. We wait.\n\n## Banks\n\nThey hold.\n\n## Banks\n\nThey broke.\n\n"
        "[^1]: By a metre.\n"
    ),
    "fleuve.md": (
        "---\ntitle: Le fleuve\n---\n\nLe fleuve monte[^1]. On attend.\n\n## Rives\n\n"
        "Elles tiennent.\n\n[^1]: D'un mètre.\n"
    ),
    "z1.md": "---\ntitle: النهر\nlang: ar\n---\n\nالنهر يرتفع اليوم. ننتظر.\n",
    "z2.md": "---\ntitle: Das Ufer\nlang: de\n---\n\nDas Ufer hält noch. Wir warten.\n",
}


@pytest.fixture(scope="session")
def edition_file(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    Image.new("RGB", (60, 80), "teal").save(folder / "cover.png")
    (folder / "EDITION.toml").write_text(EDITION, encoding="utf-8")
    return folder / "EDITION.toml"


@pytest.fixture(scope="session")
def reading(edition_file):
    return read_edition(edition_file)


@pytest.fixture(scope="session")
def parts(reading):
    return parts_of(reading.edition, reading.names)[0]


@pytest.fixture(scope="session")
def made(reading):
    """The edition in every format, made once for all tests that look at it."""
    # In turn, so that one warm engine lays out both PDFs.
    wanted = BuildOptions(to=FORMATS, voice="silent", words_per_minute=400, at_once=False)
    return build_edition(reading, "week", wanted)


@pytest.fixture(scope="session")
def artefact(made):
    """An artefact of the edition by the name of its file."""
    return {each.file_name: each for each in made.artefacts}.__getitem__
