"""Rows 20 and 21: titles and names that no file should have, or that two would share."""

import io
import sys
import unicodedata

import pytest

from render.cli.main import run
from tests.hostile.case import BODY, titled

ROWS = (20, 21)
TITLES = {
    "../../x": "x",
    "CON": "article-con",
    "com1": "article-com1",
    "-rf": "rf",
    "ends with a dot.": "ends-with-a-dot",
    "the 🎉 party": "the-party",
    "word " * 2000: "word-word-word-word-word-word-word-word-word-word-word-word",
}


@pytest.mark.parametrize(("title", "name"), TITLES.items(), ids=lambda text: text[:20])
def test_a_title_becomes_a_name_safe_on_every_system(title, name, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(titled(title))))

    run(["-", "-o", str(tmp_path), "--to", "html", "--quiet"])

    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("title", [".", "مرحبا", "🎉"])
def test_a_title_without_latin_letters_gets_a_name_of_its_own(title, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(titled(title))))

    run(["-", "-o", str(tmp_path), "--to", "html", "--quiet"])

    [path] = tmp_path.iterdir()
    assert path.name.removeprefix("article-").isalnum()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("bridge.txt", "bridge.txt"),
        ("bridge.txt", "BRIDGE.txt"),
        (unicodedata.normalize("NFC", "été.txt"), unicodedata.normalize("NFD", "été.txt")),
    ],
)
def test_articles_of_one_name_get_a_folder_each(first, second, tmp_path, capsys):
    paths = [tmp_path / "a" / first, tmp_path / "b" / second]
    for number, path in enumerate(paths):
        path.parent.mkdir()
        path.write_text(f"Bridge {number} opens\n\n{BODY}")

    code = run([
        *map(str, paths), "-o", str(tmp_path / "out"), "--to", "html", "--lang", "en", "--quiet",
    ])  # fmt: skip

    assert code == 0
    assert len({path.name.casefold() for path in (tmp_path / "out").iterdir()}) == 2
