"""`lisible edition`: where it writes, and what it says when it cannot."""

import json

import pytest

from render.cli.main import run


@pytest.mark.slow
def test_one_folder_holds_the_whole_edition_in_the_same_bytes_each_time(
    edition_file, tmp_path, capsys
):
    for folder in ("one", "two"):
        command = ["edition", str(edition_file), "-o", str(tmp_path / folder), "-q", "--no-cache"]
        assert run([*command, "--to", "html,epub", "--voice", "silent", "--report", "json"]) == 0
        assert json.loads(capsys.readouterr().out)["title"] == "The Week"

    one, two = (sorted((tmp_path / folder / "the-week-12").iterdir()) for folder in ("one", "two"))
    assert {path.name for path in one} == {
        *(f"{name}.html" for name in ("index", "leader", "river", "fleuve", "z1", "z2", "report")),
        "the-week-12.epub",
        "report.json",
        "manifest.json",
    }
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


@pytest.mark.slow
def test_two_days_of_a_paper_stand_side_by_side(tmp_path):
    (tmp_path / "one.md").write_text("# One\n\nA long enough sentence stands here.\n")
    file = tmp_path / "EDITION.toml"
    for day in ("2026-01-01", "2026-01-02"):
        file.write_text(f'title = "Daily"\nlang = "en"\ndate = {day}\narticles = ["one.md"]\n')
        assert run(["edition", str(file), "-o", str(tmp_path / "out"), "--to", "html", "-q",
                    "--no-cache"]) == 0  # fmt: skip

    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"daily-2026-01-01", "daily-2026-01-02"}


def test_an_article_that_is_not_there_is_named(tmp_path, capsys):
    file = tmp_path / "EDITION.toml"
    file.write_text('title = "T"\nlang = "en"\narticles = ["gone.md"]\n')

    assert run(["edition", str(file), "-o", str(tmp_path / "out"), "-q", "--no-cache"]) == 3
    assert "gone.md" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_of_two_articles_of_one_name_the_broken_one_is_told(tmp_path, capsys):
    for folder, words in (("one", "A long enough sentence stands here."), ("two", "")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text(f"<title>T</title><p>{words}</p>")
    file = tmp_path / "EDITION.toml"
    file.write_text('title = "T"\nlang = "en"\narticles = ["*/index.html"]\n')

    assert run(["edition", str(file), "-o", str(tmp_path / "out"), "-q", "--no-cache"]) == 3
    assert "lisible: two/index.html: no article text" in capsys.readouterr().err


def test_a_picture_out_of_an_article_folder_stops_the_edition(tmp_path, capsys):
    file = tmp_path / "EDITION.toml"
    file.write_text('title = "T"\nlang = "en"\narticles = ["one.md"]\n')
    (tmp_path / "one.md").write_text("# One\n\nWords.\n\n![A bridge.](../secret.png)\n")

    assert run(["edition", str(file), "-o", str(tmp_path / "out"), "-q", "--no-cache"]) == 3
    assert "one.md: image '../secret.png' (line 5): asset outside" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_an_edition_remembers_what_it_narrated(edition_file, tmp_path, capsys):
    command = [
        "edition",
        str(edition_file),
        "-o",
        str(tmp_path),
        "--cache",
        str(tmp_path / "cache"),
    ]

    assert run([*command, "--to", "vtt", "--voice", "silent", "-q"]) == 0

    assert run(["cache", "info", "--cache", str(tmp_path / "cache"), "--json"]) == 0
    held = json.loads(capsys.readouterr().out)["steps"]
    assert held["narration"]["entries"] == 8


def test_a_pattern_that_fits_nothing_is_named(tmp_path, capsys):
    file = tmp_path / "EDITION.toml"
    file.write_text('title = "T"\nlang = "en"\narticles = ["*.md"]\n')

    assert run(["edition", str(file), "-q", "--no-cache"]) == 3
    assert "no file fits the pattern '*.md'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("formats", "told"),
    [
        ("print,docx", "no format is called 'docx'"),
        ("blueprint", "no format is called 'blueprint'"),
        ("docx", "pdf, print, "),
        (",", "no format was asked for"),
    ],
)
def test_a_wrong_format_is_refused_before_any_work(capsys, formats, told):
    assert run(["edition", "nowhere.toml", "--to", formats, "-q", "--no-cache"]) == 2
    assert told in capsys.readouterr().err


def test_print_alone_is_a_format(capsys):
    assert run(["edition", "nowhere.toml", "--to", "print", "-q", "--no-cache"]) == 3
    assert "cannot read 'nowhere.toml'" in capsys.readouterr().err
