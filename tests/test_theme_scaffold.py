import re
import tomllib

import pytest

from render.cli.main import run
from render.errors import OutputError, UsageError
from render.theme import load, scaffold


def test_a_new_theme_loads_and_changes_nothing(tmp_path):
    scaffold(tmp_path / "house", load("broadsheet"))
    house, parent = load(str(tmp_path / "house")), load("broadsheet")
    assert house.name == "house"
    assert house.tokens == parent.tokens
    assert house.fonts == parent.fonts
    for file in ("screen.css", "print.css", "epub.css"):
        assert re.sub(r"/\*.*?\*/", "", house.css(file), flags=re.DOTALL).strip() == (
            re.sub(r"/\*.*?\*/", "", parent.css(file), flags=re.DOTALL).strip()
        )


def test_every_token_is_there_to_be_changed(tmp_path):
    scaffold(tmp_path / "house", load("default"))
    written = (tmp_path / "house" / "theme.toml").read_text(encoding="utf-8")
    # Taking every # away leaves the parent's tokens.
    opened = re.sub(
        r"^# (?=[a-z]+ = )", "", written.partition("# A typeface")[0], flags=re.MULTILINE
    )
    settings = tomllib.loads(opened)
    assert {name: settings[name] for name in load("default").tokens} == load("default").tokens


@pytest.mark.parametrize("name", ["My Theme", "..", "house_style", "Été"])
def test_a_name_that_would_not_do_as_a_folder_anywhere_is_refused(tmp_path, name):
    with pytest.raises(UsageError, match="is no name for a theme"):
        scaffold(tmp_path / name, load("default"))


def test_what_is_there_already_is_left_alone(tmp_path):
    (tmp_path / "house").mkdir()
    with pytest.raises(OutputError, match="is there already"):
        scaffold(tmp_path / "house", load("default"))
    assert list((tmp_path / "house").iterdir()) == []


def test_the_command_writes_the_folder_and_says_how_to_use_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["themes", "new", "house", "--parent", "dyslexia"]) == 0
    assert "lisible ARTICLE --theme house" in capsys.readouterr().out
    assert load("house").tokens == load("dyslexia").tokens


def test_the_command_refuses_the_name_of_a_theme_that_is_there(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["themes", "new", "default"]) == 2
    assert "comes with Lisible" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_a_word_more_the_themes_are_listed(capsys):
    assert run(["themes"]) == 0
    listed = capsys.readouterr().out.split()
    assert {"broadsheet", "default", "large-print", "magazine"} <= {*listed}
    assert listed == sorted(listed)
