"""What changes the fingerprint of a batch, and what does not."""

import os
from importlib.metadata import version

import msgspec
import pytest

from render.batch import installed
from render.batch.fingerprint import signed
from render.batch.values import Limit, Settings
from render.cache import NOTHING_REMEMBERED, Memory, Store

SETTINGS = Settings(output="out", to=("html",), voice="silent")


@pytest.fixture(scope="module")
def memory(tmp_path_factory):
    """A memory that these tests share, as runs of one user do."""
    return Memory(Store(tmp_path_factory.mktemp("cache")))


def test_the_tools_are_named_with_their_versions():
    tools = installed.tools(NOTHING_REMEMBERED)

    assert tools["lisible"] == version("lisible")
    assert tools["msgspec"] == version("msgspec")
    assert tools["weasyprint"] == version("weasyprint")
    assert tools["fragile"] == "1"


@pytest.mark.parametrize(
    "change",
    [{"output": "elsewhere"}, {"cache": "x"}, {"limits": {"html": Limit(1.0, 1)}}],
    ids=str,
)
def test_where_and_how_long_change_nothing(change, memory):
    changed = msgspec.structs.replace(SETTINGS, **change)

    assert signed(changed, memory).fingerprint == signed(SETTINGS, memory).fingerprint


@pytest.mark.parametrize(
    "change",
    [
        {"to": ("epub",)},
        {"words_per_minute": 99},
        {"reading": {"lang": "fr"}},
        {"theme": "large-print"},
    ],
    ids=str,
)
def test_what_changes_an_edition_changes_the_fingerprint(change, memory):
    changed = msgspec.structs.replace(SETTINGS, **change)

    assert signed(changed, memory).fingerprint != signed(SETTINGS, memory).fingerprint


def test_what_is_remembered_is_what_is_there(memory):
    signed(SETTINGS, memory)

    assert signed(SETTINGS, memory) == signed(SETTINGS)


def test_a_speech_model_that_is_added_or_changed_changes_it(memory, tmp_path, monkeypatch):
    monkeypatch.setenv("LISIBLE_VOICES", str(tmp_path / "voices"))
    found = [signed(SETTINGS, memory).fingerprint]
    (tmp_path / "voices").mkdir()
    for data in (b"model", b"other"):
        (tmp_path / "voices" / "fr.onnx").write_bytes(data)
        found.append(signed(SETTINGS, memory).fingerprint)

    assert len(set(found)) == 3


@pytest.fixture
def theme(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "theme.toml").write_text('name = "mine"\nparent = "default"\n')
    (folder / "screen.css").write_text("p { margin: 0 }\n")
    return folder


def test_a_file_written_anew_is_seen_even_with_its_old_size_and_time(theme, memory):
    file = theme / "screen.css"
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    settings = msgspec.structs.replace(SETTINGS, theme=str(theme))
    before = signed(settings, memory).program

    file.write_text("p { margin: 9 }\n")
    os.utime(file, ns=times)

    assert signed(settings, memory).program != before


def test_a_link_to_itself_in_a_theme_is_read_once_and_other_links_are_followed(theme, memory):
    settings = msgspec.structs.replace(SETTINGS, theme=str(theme))
    (theme / "again").symlink_to(theme)
    fonts = theme.parent / "fonts"
    fonts.mkdir()
    (theme / "fonts").symlink_to(fonts)
    (fonts / "back").symlink_to(theme)
    before = signed(settings, memory).program

    (fonts / "a.otf").write_bytes(b"font")

    assert signed(settings, memory).program != before


def test_a_new_plugin_is_seen(tmp_path, memory, monkeypatch):
    before = installed.tools(memory)
    info = tmp_path / "other-2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 2\n")
    (info / "entry_points.txt").write_text("[render.checks]\nother = os:path\n")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert installed.tools(memory) == before | {"other": "2"}
