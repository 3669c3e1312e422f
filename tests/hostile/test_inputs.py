"""Hostile inputs through the whole command, each with the outcome that is promised for it.

Outcomes: `ok` all words in all formats; `warn` the same with a warning that names the
place; `err` an exit code other than 0, one message with a remedy, and nothing written.
Conservation is checked by every build, so exit code 0 means that no word was lost.
"""

# ruff: noqa: E501 (a table of cases reads best with one line each)

import json
from dataclasses import dataclass

import pytest

from render.cli.main import run

FORMATS = "html,epub,vtt"
BODY = (
    "The bridge over the river opened on Monday, and four hundred people walked across it.\n\n"
    "Engineers had worked on its two arches for three years, through two floods.\n"
)
ARTICLE = f"A bridge opens\n\n{BODY}"


@dataclass(frozen=True)
class Case:
    """`row` is the row of the battery; `says` must be in the message or the findings' codes."""

    row: int
    name: str
    data: bytes
    outcome: str
    says: str = ""
    suffix: str = ".txt"
    arguments: tuple[str, ...] = ("--lang", "en")


def _json(**meta) -> bytes:
    content = {
        "meta": {"title": [{"type": "text", "value": "A bridge opens"}], "lang": "en", **meta},
        "body": [{"type": "paragraph", "children": [{"type": "text", "value": BODY}]}],
    }
    return json.dumps(content).encode()


def _title(text: str) -> bytes:
    return _json(title=[{"type": "text", "value": text}])


def _page(inner: str, lang: str = "en") -> bytes:
    return (
        f"<!DOCTYPE html><html lang={lang}><title>A bridge opens</title><main><h1>A bridge opens</h1>"
        f"<p>The bridge over the river opened on Monday, and four hundred people walked across.</p>"
        f"{inner}<p>Engineers had worked on it for three years, through two floods.</p></main></html>"
    ).encode()


CONTROLS = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)]))

CASES = [
    Case(1, "an empty file", b"", "err", "no article text"),
    Case(2, "only white space", b" \n\t\n", "err", "no article text"),
    Case(2, "only chrome", b"Accueil\nRecherche\nTop\n", "err", "no article text", arguments=()),
    Case(3, "CRLF", ARTICLE.replace("\n", "\r\n").encode(), "ok"),
    Case(3, "CR", ARTICLE.replace("\n", "\r").encode(), "ok"),
    Case(3, "no final newline", ARTICLE.strip().encode(), "ok"),
    Case(3, "a byte order mark", ARTICLE.encode("utf-8-sig"), "ok"),
    Case(4, "UTF-16", ARTICLE.encode("utf-16"), "ok"),
    Case(5, "Windows-1252", ARTICLE.replace("bridge", "pont suspendu d’été").encode("cp1252"), "warn", "ENCODING"),
    Case(6, "a byte that is not UTF-8", ARTICLE.replace("river", "rivière").encode() + b"\xff\xfe\xff", "err", "offset"),
    Case(6, "the same, replaced", ARTICLE.replace("river", "rivière").encode() + b"\xff and on it goes.\n", "warn", "ENCODING",
         arguments=("--lang", "en", "--encoding-errors", "replace")),
    Case(7, "a NUL in the body", ARTICLE.replace("river", "ri\0ver").encode(), "warn", "GATE"),
    Case(8, "control characters in the title", _title(f"A bridge{CONTROLS} opens"), "warn", "GATE", ".json"),
    Case(8, "control characters in an author", _json(authors=[{"name": f"Ada{CONTROLS} Byron"}]), "warn", "GATE", ".json"),
    Case(8, "control characters in the body", ARTICLE.replace("river", f"river{CONTROLS}").encode(), "warn", "GATE"),
    Case(9, "noncharacters", ARTICLE.replace("river", "river\ufffe \uffff \U0001ffff").encode(), "warn", "GATE"),
    Case(10, "a lone surrogate", _json().replace(b"four hundred", b"four \\ud800 hundred"), "warn", "", ".json"),
    Case(11, "an override left open", _title("A \u202ebridge opens"), "warn", "GATE", ".json"),
    Case(11, "an override left open in a paragraph", ARTICLE.replace("river", "\u202eriver").encode(), "warn", "GATE"),
    Case(12, "joiners, emoji and flags", ARTICLE.replace("river", "ri\u200bver 👩\u200d🔧 🇫🇷").encode(), "ok"),
    Case(13, "French spaces and soft hyphens", "Le pont\u202f!\n\nIl est ou\u00advert\u00a0: «\u00a0enfin\u00a0», dit-elle, et quatre cents personnes y ont marché dès lundi matin.\n".encode(), "ok", arguments=("--lang", "fr")),
    Case(14, "100,000 combining marks", ARTICLE.replace("river", "r" + "\u0301" * 100_000 + "iver").encode(), "warn", "GATE"),
    Case(15, "private use and tag characters", ARTICLE.replace("river", "river\ue000\U000e0041").encode(), "warn", "GATE"),
    Case(18, "a title of 10,000 letters", _title("word " * 2000), "warn", "MODEL", ".json"),
    Case(18, "a title of line feeds", _title("\n\n\n"), "err", "title", ".json"),
    Case(18, "an empty title", _title(""), "err", "title", ".json"),
    Case(18, "a title of punctuation", _title("?!"), "ok", "", ".json"),
    Case(19, "a title that closes its element", _title("</title><script>alert(1)</script>"), "ok", "", ".json"),
    Case(19, "a title that closes a section", _title("]]>\"}'"), "ok", "", ".json"),
    Case(22, "an author with markup", _json(authors=[{"name": "Ada\0 <b>Byron</b>\nand more"}]), "warn", "GATE", ".json"),
    Case(23, "a date that does not exist", _json(published="31/02/2026"), "warn", "", ".json"),
    Case(23, "a date of nines", _json(published="99999-99-99"), "warn", "", ".json"),
    Case(24, "a language by its name", ARTICLE.encode(), "warn", "LANG", arguments=("--lang", "français")),
    Case(24, "a language that is none", _json(lang="xx-invalid"), "warn", "LANG", ".json", ()),
    Case(24, "a language of 5,000 letters", _json(lang="x" * 5000), "warn", "LANG", ".json", ()),
    Case(25, "script, handler, frame and form", _page("<script>steal()</script><p onclick='steal()'>Clickable words.</p><iframe src='https://example.org/map'></iframe><form><input></form>"), "warn", "HTML", ".html", ()),
    Case(26, "links of other schemes", _page("<p><a href='file:///etc/passwd'>a file</a>, <a href='javascript:x()'>a script</a>, <a href='data:text/html,x'>data</a></p>"), "warn", "", ".html", ()),
    Case(27, "broken addresses", _page("<p><a href='http://['>one</a> <a href='http://a b'>two</a> <a href='//[::'>three</a> <a href='http://x/" + "y" * 10_000 + "'>four</a></p>"), "warn", "", ".html", ()),
    Case(58, "text that looks like speech markup", ARTICLE.replace("river", "river <break time='5s'/> <audio src='x'> [[h@l'oU]] --> & on").encode(), "ok"),
    Case(59, "only punctuation in a paragraph", (ARTICLE + "\n...!?\n").encode(), "ok"),
    Case(59, "only digits in a paragraph", (ARTICLE + "\n12345 67890.\n").encode(), "ok"),
    Case(59, "only emoji in a paragraph", (ARTICLE + "\n🎉🎉🎉\n").encode(), "ok"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.row}: {case.name}")
def test_a_hostile_input_has_the_outcome_promised(case, tmp_path, capsys):
    article = tmp_path / f"article{case.suffix}"
    article.write_bytes(case.data)
    output = tmp_path / "out"

    code = run([
        str(article), "-o", str(output), "--to", FORMATS, "--voice", "silent", "--report", "json",
        "--quiet", *case.arguments,
    ])  # fmt: skip

    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert "internal error" not in said.err
    if case.outcome == "err":
        assert code in (1, 2, 3, 4)
        assert case.says in said.err
        assert "hint: " in said.err
        assert not list(tmp_path.glob("out/*"))
        return
    report = json.loads(said.out)
    severities = {finding["severity"] for finding in report["findings"]}
    assert code == 0, [f for f in report["findings"] if f["severity"] == "error"]
    assert len(report["files"]) == 3
    if case.outcome == "warn":
        assert "warning" in severities
        assert any(finding["code"].startswith(case.says) for finding in report["findings"])
