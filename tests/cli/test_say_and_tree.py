import pytest

from render.cli.main import run

ARTICLE = """Une audience

Le 3e sommet s'ouvre lundi à 14h30, et l'Alliance des États du Sahel (AES) y sera présente.

Les ministres ont promis 2,5 Md€ avant la fin de l'année, selon le texte publié dimanche.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "sommet.txt"
    path.write_text(ARTICLE)
    return path


def test_say_shows_the_spoken_form_beside_the_written(article, capsys):
    code = run(["say", str(article), "--lang", "fr"])

    said = capsys.readouterr().out
    assert code == 0
    assert said.startswith("title (fr): Une audience")
    assert "14h30 → quatorze heures trente" in said


def test_say_tells_what_it_found_beside_what_is_said(article, capsys):
    assert run(["say", str(article), "--lang", "french"]) == 0

    told = capsys.readouterr()
    assert "'french' is not a language" in told.err
    assert "hint: " in told.err
    assert "warning" not in told.out


def test_say_can_show_the_changes_alone(article, capsys):
    run(["say", str(article), "--lang", "fr", "--changes"])

    assert "Une audience" not in capsys.readouterr().out


@pytest.mark.slow
def test_tree_shows_tags_and_what_is_spoken(article, tmp_path, capsys):
    run([str(article), "--to", "pdf", "--lang", "fr", "-o", str(tmp_path / "out"), "--quiet"])
    capsys.readouterr()

    code = run(["check", "--tree", str(tmp_path / "out" / "sommet" / "sommet.pdf")])

    shown = capsys.readouterr().out
    assert code == 0
    assert "H1 'Une audience'" in shown
    assert shown.count("Les ministres ont promis 2,5 Md€") == 2


def test_tree_of_what_is_no_pdf_is_refused(article, capsys):
    assert run(["check", "--tree", str(article)]) == 3
    assert "--tree is for PDF files" in capsys.readouterr().err
