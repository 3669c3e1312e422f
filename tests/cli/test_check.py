"""`lisible check`: what it takes, what it prints, how it ends."""

import json
import re

import pytest

from render.cli.main import run

GOOD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A stone</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>A stone</h1><p>It lies there.</p></main></body></html>"""
BAD = GOOD.replace("<p>", '<img src="stone.jpg"><p>')


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out" / "deep").mkdir(parents=True)
    (tmp_path / "out" / "good.html").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out" / "deep" / "bad.html").write_text(BAD, encoding="utf-8")
    (tmp_path / "out" / "notes.txt").write_text("not checked", encoding="utf-8")
    return tmp_path


def test_a_good_page_passes(folder, capsys):
    assert run(["check", "--own", "out/good.html"]) == 0
    said = capsys.readouterr().out
    assert "found nothing wrong" in said
    assert re.search(r"Lisible page: passed, in \d+ ms", said)


def test_a_folder_is_checked_to_its_depths(folder, capsys):
    assert run(["check", "--own", "out"]) == 1
    said = capsys.readouterr().out
    assert "PAGE-140" in said
    assert "out/deep/bad.html" in said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--fail-on", "never"], 0), (["--fail-on", "warning"], 1), (["--report", "json"], 1)],
)
def test_the_exit_code_is_what_was_asked_for(folder, arguments, code):
    assert run(["check", "--own", "out/deep", *arguments]) == code


@pytest.mark.parametrize("kind", ["json", "sarif", "earl"])
def test_a_report_for_programs_is_alone_on_standard_output(folder, capsys, kind):
    run(["check", "--own", "out", "--report", kind])
    said = capsys.readouterr()

    assert json.loads(said.out)
    assert said.err == ""


def test_a_report_can_go_to_a_file(folder, capsys):
    run(["check", "--own", "out", "--report", "statement-fr", "-o", "statement.html"])

    assert "Déclaration" in (folder / "statement.html").read_text(encoding="utf-8")
    assert "checks ran" in capsys.readouterr().out


def test_what_the_ignore_file_names_does_not_fail_the_check(folder, capsys):
    (folder / "lisible-ignore.toml").write_text(
        '[[ignore]]\ncode = "PAGE-140"\nfile = "bad.html"\nreason = "described in the text"\n',
        encoding="utf-8",
    )

    assert run(["check", "--own", "out"]) == 0
    assert "described in the text" in capsys.readouterr().out


def test_an_ignore_file_without_a_reason_is_refused(folder, capsys):
    (folder / "mine.toml").write_text('[[ignore]]\ncode = "PAGE-140"\n', encoding="utf-8")

    assert run(["check", "--own", "out", "--ignore", "mine.toml"]) == 2
    assert "the reason is missing" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("out/notes.txt", "of no kind that Lisible checks"),
        ("nowhere.html", "cannot read 'nowhere.html'"),
        (".", ""),
    ],
)
def test_what_cannot_be_checked_is_an_error_with_a_remedy(folder, capsys, path, said):
    if path == ".":
        for file in folder.rglob("*.html"):
            file.unlink()
        said = "there is nothing to check"

    assert run(["check", "--own", path]) == 3
    told = capsys.readouterr().err
    assert said in told
    assert "hint:" in told
