"""Letters of many scripts through every format, the PDF's fonts among them."""

import json

import pytest

from render.cli.main import run

MANY = """Un article en plusieurs écritures

Le bambara écrit ɛ, ɔ, ɲ et ŋ : « an bɛ taa so », dit-on, et tout le monde comprend à Bamako.

ߒߞߏ ߦߋ߫ ߛߓߍߟߌ ߘߏ߫ ߟߋ߬ ߘߌ߫ ߡߍ߲ ߛߌ߲ߘߌ߫ ߘߊ߫ ߁߉߄߉ ߟߊ߫

ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⵓⵜⵍⴰⵢⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ ⵏ ⵜⴰⵎⵓⵔⵜ

هذه فقرة باللغة العربية داخل مقال فرنسي، وتُقرأ من اليمين إلى اليسار كما ينبغي.

Et la dernière phrase revient au français, pour finir comme on avait commencé.
"""


def _build(tmp_path, capsys, text, *arguments):
    article = tmp_path / "article.txt"
    article.write_text(text)
    code = run([
        str(article), "-o", str(tmp_path / "out"), "--to", "html,pdf,epub,vtt", "--voice", "silent",
        "--report", "json", "--quiet", *arguments,
    ])  # fmt: skip
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return code, json.loads(said.out)


@pytest.mark.slow
def test_scripts_of_west_and_north_africa_stand_in_one_french_article(tmp_path, capsys):
    _, report = _build(tmp_path, capsys, MANY, "--lang", "fr")

    lost = [finding for finding in report["findings"] if finding["code"].startswith("WORDS")]
    # A script that no font of this system has is an error that names it, never a wrong letter.
    glyphless = {f["where"]["file"] for f in report["findings"] if f["code"].startswith("PDF-")}
    assert [finding for finding in lost if finding["where"]["file"] not in glyphless] == []
    page = (tmp_path / "out" / "article" / "article.html").read_text()
    assert 'lang="ar"' in page
    assert 'dir="rtl"' in page


RARE = """Un article rare

Un signe rare, \U0001e5d0\U0001e5d1, que personne ne dessine encore, se tient au milieu.
"""
SPACED = """Le pont\u202f!

Il est ouvert\u00a0: «\u00a0enfin\u00a0», dit-elle\u202f; quatre cents personnes y ont marché.
"""


@pytest.mark.slow
def test_a_character_that_no_font_has_is_named(tmp_path, capsys):
    code, report = _build(tmp_path, capsys, RARE, "--lang", "fr")

    named = [finding for finding in report["findings"] if "\U0001e5d0" in finding["message"]]
    assert code == 1
    assert {(finding["code"][:3], finding["severity"]) for finding in named} >= {("PDF", "error")}


@pytest.mark.slow
def test_ordinary_french_marks_are_kept_to_the_letter(tmp_path, capsys):
    code, _ = _build(tmp_path, capsys, SPACED, "--lang", "fr")

    page = (tmp_path / "out" / "article" / "article.html").read_text()
    assert code == 0
    assert "Le pont\u202f!" in page
    assert "«\u00a0enfin\u00a0», dit-elle\u202f;" in page
