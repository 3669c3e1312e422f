"""Rows 1 to 24, 58 and 59: bytes, characters, metadata and what is read aloud."""

# ruff: noqa: E501 (a table of cases reads best with one line each)

import codecs
from pathlib import Path

from PIL import Image

from tests.hostile.case import ARTICLE, BODY, Case, article_json, titled

CONTROLS = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)]))
FRENCH = "Le pont\u202f!\n\nIl est ou\u00advert\u00a0: «\u00a0enfin\u00a0», dit-elle, et quatre cents personnes y ont marché.\n"
SCRIPTS = """Un article en plusieurs écritures

Le bambara écrit ɛ, ɔ, ɲ et ŋ : « an bɛ taa so », dit-on, et tout le monde comprend à Bamako.

ߒߞߏ ߦߋ߫ ߛߓߍߟߌ ߘߏ߫ ߟߋ߬ ߘߌ߫ ߡߍ߲ ߛߌ߲ߘߌ߫ ߘߊ߫ ߁߉߄߉ ߟߊ߫

ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⵓⵜⵍⴰⵢⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ ⵏ ⵜⴰⵎⵓⵔⵜ

هذه فقرة باللغة العربية داخل مقال فرنسي، وتُقرأ من اليمين إلى اليسار كما ينبغي.

Et la dernière phrase revient au français, pour finir comme on avait commencé.
"""


def _figure(alternative: str, caption: str) -> bytes:
    """The article with a figure that has these words."""
    figure = {
        "type": "figure",
        "content": [
            {"type": "image", "asset": "p", "alt": {"type": "described", "text": alternative}}
        ],
        "caption": [{"type": "text", "value": caption}],
    }
    return article_json(extra=(figure,), assets=({"id": "p", "href": "p.png"},))


def _picture(folder: Path) -> None:
    Image.new("RGB", (8, 6)).save(folder / "p.png")


CASES = [
    Case(1, "an empty file", b"", "err", "no article text"),
    Case(2, "only white space", b" \n\t\n", "err", "no article text"),
    Case(2, "only chrome", b"Accueil\nRecherche\nTop\n", "err", "no article text", arguments=()),
    Case(3, "LF", ARTICLE.encode(), "ok"),
    Case(3, "CRLF", ARTICLE.replace("\n", "\r\n").encode(), "ok"),
    Case(3, "CR", ARTICLE.replace("\n", "\r").encode(), "ok"),
    Case(3, "no final newline", ARTICLE.strip().encode(), "ok"),
    Case(3, "a byte order mark", ARTICLE.encode("utf-8-sig"), "ok"),
    Case(4, "UTF-16", codecs.BOM_UTF16_LE + ARTICLE.encode("utf-16-le"), "ok"),
    Case(4, "UTF-16, the other way round", codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be"), "ok"),
    Case(5, "Windows-1252", ARTICLE.replace("bridge", "pont suspendu d’été").encode("cp1252"), "warn", "ENCODING", shows=("pont suspendu d’été",)),
    Case(6, "a byte that is not UTF-8", ARTICLE.replace("river", "rivière").encode() + b"\xff\xfe\xff", "err", "offset"),
    Case(6, "the same, replaced", ARTICLE.replace("river", "rivière").encode() + b"\xff and on it goes.\n", "warn", "ENCODING",
         arguments=("--lang", "en", "--encoding-errors", "replace"), shows=("and on it goes.",)),
    Case(7, "a NUL in the body", ARTICLE.replace("river", "ri\0ver").encode(), "warn", "GATE", shows=("The bridge over the river opened",)),
    Case(8, "control characters in the title", titled(f"A bridge{CONTROLS} opens"), "warn", "GATE", ".json"),
    Case(8, "control characters in an author", article_json(authors=[{"name": f"Ada{CONTROLS} Byron"}]), "warn", "GATE", ".json"),
    Case(8, "control characters in the body", ARTICLE.replace("river", f"river{CONTROLS}").encode(), "warn", "GATE"),
    Case(8, "control characters in a caption", _figure("A bridge.", "The \x07bridge\x93 itself."), "warn", "GATE", ".json", files=_picture),
    Case(8, "control characters in an alternative", _figure("A \x1bbridge\0.", "The bridge itself."), "warn", "GATE", ".json", files=_picture),
    Case(9, "noncharacters", ARTICLE.replace("river", "river\ufffe \uffff \U0001ffff \ufdd0").encode(), "warn", "GATE"),
    Case(10, "a lone surrogate", article_json().replace(b"four hundred", b"four \\ud800 hundred"), "warn", "JSON-001", ".json", shows=("hundred people walked across it.",)),
    Case(11, "an override left open in the title", titled("A \u202ebridge opens"), "warn", "GATE-004", ".json"),
    Case(11, "an override left open in a paragraph", ARTICLE.replace("river", "\u202eriver").encode(), "warn", "GATE-004"),
    Case(12, "joiners, emoji and flags", ARTICLE.replace("river", "ri\u200bver 👩\u200d🔧 🇫🇷").encode(), "ok", shows=("ri\u200bver 👩\u200d🔧 🇫🇷",)),
    Case(13, "French spaces and soft hyphens", FRENCH.encode(), "ok", arguments=("--lang", "fr"), shows=("Le pont\u202f!", "ou\u00advert\u00a0: «\u00a0enfin\u00a0»")),
    Case(14, "100,000 combining marks", ARTICLE.replace("river", "r" + "\u0301" * 100_000 + "iver").encode(), "warn", "GATE-005", is_heavy=True),
    Case(15, "private use and tag characters", ARTICLE.replace("river", "river\ue000\U000e0041").encode(), "warn", "GATE-006"),
    Case(16, "a character that no font has", ARTICLE.replace("river", "river \U0001e5d0\U0001e5d1").encode(), "flawed", "\U0001e5d0", arguments=("--lang", "en", "--to", "pdf"), is_heavy=True),
    Case(17, "scripts of West and North Africa in a French article", SCRIPTS.encode(), "ok", arguments=("--lang", "fr"), shows=('lang="ar" dir="rtl"', 'dir="rtl"', "ɲ et ŋ")),
    Case(18, "a title of 10,000 letters", titled("word " * 2000), "warn", "MODEL", ".json"),
    Case(18, "a title of line feeds", titled("\n\n\n"), "err", "title", ".json"),
    Case(18, "an empty title", titled(""), "err", "title", ".json"),
    Case(18, "a title of punctuation", titled("?!"), "ok", "", ".json"),
    Case(19, "a title that closes its element", titled("</title><script>alert(1)</script>"), "ok", "", ".json", shows=("&lt;/title&gt;&lt;script&gt;alert(1)",), hides=("<script>alert",)),
    Case(19, "a title that closes a section", titled("]]>\"}'"), "ok", "", ".json"),
    Case(22, "an author with markup", article_json(authors=[{"name": "Ada\0 <b>Byron</b>\nand more"}]), "warn", "GATE", ".json", shows=("Ada &lt;b&gt;Byron&lt;/b&gt; and more",)),
    Case(23, "a date that does not exist", article_json(published="31/02/2026"), "warn", "published", ".json"),
    Case(23, "a date of nines", article_json(published="99999-99-99"), "warn", "published", ".json"),
    Case(23, "a date with a time and no zone", article_json(published="2026-03-12T10:00:00"), "ok", "", ".json"),
    Case(24, "a language by its name", ARTICLE.encode(), "warn", "LANG", arguments=("--lang", "français"), shows=('<html lang="en"',)),
    Case(24, "a language that is none", article_json(lang="xx-invalid"), "warn", "LANG", ".json", (), shows=('<html lang="en"',)),
    Case(24, "a language of 5,000 letters", article_json(lang="x" * 5000), "warn", "LANG", ".json", (), shows=('<html lang="en"',)),
    Case(24, "no language", ARTICLE.encode(), "ok", "LANG-002", arguments=(), shows=('<html lang="en"',)),
    Case(58, "text that looks like speech markup", ARTICLE.replace("river", "river <break time='5s'/> <audio src='x'> [[h@l'oU]] --> & on").encode(), "ok"),
    Case(59, "only punctuation in a paragraph", (ARTICLE + "\n...!?\n").encode(), "ok"),
    Case(59, "only digits in a paragraph", (ARTICLE + "\n12345 67890.\n").encode(), "ok"),
    Case(59, "only emoji in a paragraph", (ARTICLE + "\n🎉🎉🎉\n").encode(), "ok"),
    Case(59, "50,000 characters", f"A bridge opens\n\n{BODY * 310}".encode(), "ok", is_heavy=True),
]  # fmt: skip
