"""What changes the fingerprint of a batch, and what does not."""

from importlib.metadata import version

import msgspec
import pytest

from render.batch.fingerprint import signed, tool_versions
from render.batch.values import Limit, Settings

SETTINGS = Settings(output="out", to=("html",), voice="silent")


def test_the_tools_are_named_with_their_versions():
    tools = tool_versions()

    assert tools["lisible"] == version("lisible")
    assert tools["msgspec"] == version("msgspec")
    assert tools["weasyprint"] == version("weasyprint")
    assert tools["fragile"] == "1"


@pytest.mark.parametrize(
    "change",
    [{"output": "elsewhere"}, {"cache": "x"}, {"limits": {"html": Limit(1.0, 1)}}],
    ids=str,
)
def test_where_and_how_long_change_nothing(change):
    changed = msgspec.structs.replace(SETTINGS, **change)

    assert signed(changed).fingerprint == signed(SETTINGS).fingerprint


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
def test_what_changes_an_edition_changes_the_fingerprint(change):
    changed = msgspec.structs.replace(SETTINGS, **change)

    assert signed(changed).fingerprint != signed(SETTINGS).fingerprint


def test_a_changed_file_of_the_theme_changes_the_program(tmp_path):
    theme = tmp_path / "mine"
    theme.mkdir()
    (theme / "theme.toml").write_text('name = "mine"\nparent = "default"\n')
    settings = msgspec.structs.replace(SETTINGS, theme=str(theme))
    before = signed(settings).program
    (theme / "screen.css").write_text("p { margin: 0 }\n")

    assert signed(settings).program != before
