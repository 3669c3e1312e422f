"""`lisible edition`: where it writes, and what it says when it cannot."""

import json

from render.cli.main import run


def test_one_folder_holds_the_whole_edition(edition_file, tmp_path, capsys):
    arguments = [
        "edition",
        str(edition_file),
        "-o",
        str(tmp_path),
        "--to",
        "html",
        "--report",
        "json",
    ]

    assert run([*arguments, "-q"]) == 0

    assert json.loads(capsys.readouterr().out)["title"] == "The Week"
    assert {path.name for path in (tmp_path / "the-week-12").iterdir()} == {
        *(f"{name}.html" for name in ("index", "leader", "river", "fleuve", "z1", "z2", "report")),
        "report.json",
        "manifest.json",
    }


def test_the_same_edition_has_the_same_bytes(edition_file, tmp_path):
    for folder in ("one", "two"):
        command = ["edition", str(edition_file), "-o", str(tmp_path / folder), "-q"]
        run([*command, "--to", "html,epub", "--voice", "silent"])

    one, two = (sorted((tmp_path / folder / "the-week-12").iterdir()) for folder in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_an_article_that_is_not_there_is_named(tmp_path, capsys):
    file = tmp_path / "EDITION.toml"
    file.write_text('title = "T"\nlang = "en"\narticles = ["gone.md"]\n')

    assert run(["edition", str(file), "-o", str(tmp_path / "out"), "-q"]) == 3
    assert "gone.md" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_pattern_that_fits_nothing_is_named(tmp_path, capsys):
    file = tmp_path / "EDITION.toml"
    file.write_text('title = "T"\nlang = "en"\narticles = ["*.md"]\n')

    assert run(["edition", str(file), "-q"]) == 3
    assert "no file fits the pattern '*.md'" in capsys.readouterr().err


def test_a_wrong_format_is_refused_before_any_work(capsys):
    assert run(["edition", "nowhere.toml", "--to", "print,docx", "-q"]) == 2
    assert "no format is called 'docx'" in capsys.readouterr().err
