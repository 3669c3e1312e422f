"""One-edit defects to plant in a finished EPUB, and the code that must name each.

The first 35 are those of the research notes: EPUBCheck sees 5 of them, Ace 12, and 18
pass both at their default levels.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

OPF, NAV, TEXT = "EPUB/content.opf", "EPUB/nav.xhtml", "EPUB/article.xhtml"
SMIL, CSS, COVER = "EPUB/article.smil", "EPUB/style.css", "EPUB/cover.xhtml"


@dataclass(frozen=True)
class Mutant:
    """A defect: in `file`, what matches `pattern` becomes `by` (once, or `count` times)."""

    name: str
    code: str
    file: str
    pattern: str
    by: str | Callable[[re.Match[str]], str]
    count: int = 1


def _swap(match: re.Match[str]) -> str:
    return match.group(2) + match.group(1)


def _par(id_: str) -> str:
    return rf'<par id="par-{id_}".*?</par>\n'


MUTANTS = (
    # Seen by EPUBCheck.
    Mutant("landmarks removed", "EPUB-131", NAV, r'<nav epub:type="landmarks".*?</nav>', ""),
    Mutant("mathml property missing", "EPUB-107", OPF, r' properties="mathml"', ""),
    Mutant("modified missing", "EPUB-106", OPF, r'<meta property="dcterms:modified".*?</meta>', ""),
    Mutant("overlay order", "EPUB-184", SMIL, rf"({_par('deck-s1')})({_par('byline')})", _swap),
    Mutant("formula without words", "EPUB-162", TEXT, r' alttext="[^"]*"', ""),
    # Seen by Ace.
    Mutant("conformance misspelt", "EPUB-112", OPF, "1.1 - WCAG", "1.1 – WCAG"),
    Mutant("page list missing", "EPUB-132", NAV, r'<nav epub:type="page-list".*?</nav>', ""),
    Mutant(
        "page source missing", "EPUB-134", OPF, r'<meta property="pageBreakSource".*?</meta>', ""
    ),
    Mutant("alternative missing", "EPUB-160", TEXT, r' alt="Line chart[^"]*"', ""),
    Mutant(
        "heading level skipped",
        "EPUB-152",
        TEXT,
        r"(</?)h2(?=[^>]*sec-1-h|>\n<p id=\"p-1\")",
        r"\1h4",
        2,
    ),
    Mutant("unknown feature", "EPUB-111", OPF, ">readingOrder<", ">readOrder<"),
    Mutant("low contrast", "EPUB-192", CSS, r"\Z", "\np { color: #999999 }\n"),
    Mutant("dangling details", "EPUB-141", TEXT, r'aria-details="[^"]*"', 'aria-details="gone"'),
    Mutant("page marker without label", "EPUB-135", TEXT, r' aria-label="2"', ""),
    Mutant("page marker sound untyped", "EPUB-186", SMIL, ' epub:type="pagebreak"', ""),
    Mutant("note call without role", "EPUB-154", TEXT, ' role="doc-noteref"', ""),
    Mutant("link without words", "EPUB-142", TEXT, ">reports on it<", "><"),
    # Seen by nobody.
    Mutant(
        "wrong language", "EPUB-172", TEXT, r'lang="en" xml:lang="en"', 'lang="fr" xml:lang="fr"'
    ),
    Mutant("certifier missing", "EPUB-113", OPF, r'<meta [^>]*"a11y:certifiedBy".*?</meta>', ""),
    Mutant(
        "page list out of order",
        "EPUB-133",
        NAV,
        r'(<li><a href="[^"]*#page-1">1</a></li>)(<li><a href="[^"]*#page-2">2</a></li>)',
        _swap,
    ),
    Mutant(
        "clip beyond the sound",
        "EPUB-181",
        SMIL,
        r'clipEnd="[^"]*"(/></par>\s*(?:</seq>\s*)*</body>)',
        r'clipEnd="0:59:00.000"\1',
    ),
    Mutant(
        "declared length untrue",
        "EPUB-183",
        OPF,
        r'(overlay-article" property="media:duration">)[^<]*',
        r"\g<1>0:45:00.000",
    ),
    Mutant("sentence missing from the overlay", "EPUB-185", SMIL, _par("p-2-s1"), ""),
    Mutant(
        "alternative is a file name",
        "EPUB-161",
        TEXT,
        r'alt="Line chart[^"]*"',
        'alt="chart-final2.png"',
    ),
    Mutant("braille claimed", "EPUB-120", OPF, ">readingOrder<", ">braille<"),
    Mutant("captions claimed", "EPUB-120", OPF, ">readingOrder<", ">captions<"),
    Mutant("sign language claimed", "EPUB-120", OPF, ">readingOrder<", ">signLanguage<"),
    Mutant("table without headers", "EPUB-153", TEXT, r"<(/?)th(?=[ >])", r"<\1td", 9),
    Mutant("note without a way back", "EPUB-155", TEXT, r'<p class="backlinks">.*?</p>', ""),
    Mutant(
        "auditory mode missing",
        "EPUB-122",
        OPF,
        r'<meta property="schema:accessMode">auditory</meta>',
        "",
    ),
    Mutant("two headings of level 1", "EPUB-151", TEXT, r"(</?)h2", r"\1h1", 2),
    Mutant("highlight not styled", "EPUB-193", CSS, "-epub-media-overlay-active", "-x", 9),
    Mutant(
        "9 px justified text",
        "EPUB-190",
        CSS,
        r"\Z",
        "\nbody { font-size: 9px; text-align: justify }\n",
    ),
    Mutant("sentence of the article lost", "EPUB-180", TEXT, r'<p id="p-13">.*?</p>', ""),
    Mutant(
        "synchronised audio not declared",
        "EPUB-121",
        OPF,
        r"<meta [^>]*>synchronizedAudioText</meta>",
        "",
    ),
    Mutant(
        "foreign passage untagged",
        "EPUB-173",
        TEXT,
        r'<span lang="fr"[^>]*>Le fleuve',
        "<span>Le fleuve",
    ),
    Mutant("untitled", "EPUB-115", OPF, r"<dc:title>[^<]*", "<dc:title>Untitled"),
    # Ours.
    Mutant(
        "overlapping clips",
        "EPUB-182",
        SMIL,
        r'(par-byline".*?clipBegin=")[^"]*',
        r"\g<1>0:00:02.000",
    ),
    Mutant("document untitled", "EPUB-150", TEXT, r"<title>[^<]*", "<title>article.xhtml"),
    Mutant("link to nowhere", "EPUB-143", NAV, "article.xhtml#sec-1", "article.xhtml#sec-99"),
    Mutant("id twice", "EPUB-140", TEXT, 'id="p-1"', 'id="p-2"'),
    Mutant("not well-formed", "EPUB-102", TEXT, "</article>", ""),
    Mutant("language not declared", "EPUB-171", TEXT, r' lang="en" xml:lang="en"', ""),
    Mutant("package in another language", "EPUB-172", OPF, r"<dc:language>en", "<dc:language>de"),
    Mutant("no such language", "EPUB-170", OPF, r"<dc:language>en", "<dc:language>english"),
    Mutant("summary missing", "EPUB-110", OPF, r"<meta [^>]*accessibilitySummary.*?</meta>", ""),
    Mutant("hazard missing", "EPUB-110", OPF, r"<meta [^>]*accessibilityHazard.*?</meta>", "", 3),
    Mutant(
        "picture in no access mode",
        "EPUB-122",
        OPF,
        r'<meta property="schema:accessMode">visual</meta>',
        "",
    ),
    Mutant(
        "empty heading",
        "EPUB-152",
        TEXT,
        r'<span id="sec-2-h-s1" class="sentence">In figures</span>',
        "",
    ),
    Mutant("contents missing", "EPUB-130", NAV, 'epub:type="toc"', 'epub:type="lot"'),
    Mutant("item without a file", "EPUB-103", OPF, 'href="style.css"', 'href="styles.css"'),
    Mutant("spine names nothing", "EPUB-104", OPF, 'idref="article"', 'idref="articles"'),
    Mutant(
        "total length untrue",
        "EPUB-183",
        OPF,
        r'(<meta property="media:duration">)[^<]*',
        r"\g<1>1:00:00.000",
    ),
    Mutant("sound file missing", "EPUB-180", SMIL, "audio/narration.mp3", "audio/narrator.mp3"),
    Mutant(
        "page left out of the list",
        "EPUB-133",
        NAV,
        r'<li><a href="article.xhtml#page-2">2</a></li>',
        "",
    ),
    Mutant("no title", "EPUB-105", OPF, r"<dc:title>.*?</dc:title>", ""),
    Mutant(
        "highlight of low contrast",
        "EPUB-192",
        CSS,
        r"\Z",
        "\n.-epub-media-overlay-active { color: #777; background: #888 }\n",
    ),
    Mutant(
        "fixed size in an attribute",
        "EPUB-190",
        TEXT,
        '<p id="p-1"',
        '<p style="font-size:10pt" id="p-1"',
    ),
    Mutant("picture of another type", "EPUB-108", OPF, "image/jpeg", "image/png"),
    Mutant(
        "hazards contradict",
        "EPUB-114",
        OPF,
        r"<meta [^>]*>noFlashingHazard</meta>",
        r'\g<0><meta property="schema:accessibilityHazard">flashing</meta>',
    ),
    Mutant(
        "no unique identifier", "EPUB-105", OPF, 'unique-identifier="id"', 'unique-identifier="x"'
    ),
    Mutant("HTML5 in an EPUB 2", "EPUB-156", OPF, 'version="3.0"', 'version="2.0"'),
    Mutant(
        "contents without headings",
        "EPUB-136",
        NAV,
        r'(?<=<nav epub:type="toc")(.*?)<ol>.*</ol>(?=\s*</nav>)',
        r'\1<ol><li><a href="cover.xhtml">Cover</a></li></ol>',
    ),
    Mutant(
        "heading left out of the contents",
        "EPUB-136",
        NAV,
        r'<li><a href="article.xhtml#sec-2">[^<]*</a></li>',
        "",
    ),
    Mutant(
        "contents out of order",
        "EPUB-137",
        NAV,
        r'(<li><a href="[^"]*#sec-1">[^<]*</a></li>)(<li><a href="[^"]*#sec-2">[^<]*</a></li>)',
        _swap,
    ),
    Mutant("page of another number", "EPUB-133", TEXT, ' aria-label="3"', ' aria-label="4"'),
    Mutant(
        "picture not in the container", "EPUB-143", TEXT, "images/asset-1.png", "images/gone.png"
    ),
    Mutant(
        "nothing leads to the descriptions",
        "EPUB-144",
        TEXT,
        r'href="descriptions[^"]*"',
        'href="#p-1"',
    ),
    Mutant("no heading of level 1", "EPUB-151", TEXT, r"(</?)h1", r"\1p", 2),
    Mutant("way back to another place", "EPUB-155", TEXT, 'href="#note-1-call-1"', 'href="#sec-3"'),
    Mutant("navigation without a language", "EPUB-171", NAV, r' lang="en" xml:lang="en"', ""),
    Mutant(
        "narrator not named", "EPUB-187", OPF, r'<meta property="media:narrator">.*?</meta>', ""
    ),
    Mutant("justified paragraphs", "EPUB-191", CSS, r"\Z", "\np { text-align: justify }\n"),
)


def planted(mutant: Mutant, data: bytes) -> bytes:
    """The EPUB with the defect. Raises where the defect changes nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == mutant.file:
                edited = re.sub(
                    mutant.pattern, mutant.by, content.decode(), count=mutant.count, flags=re.DOTALL
                ).encode()
                assert edited != content, f"'{mutant.name}' changes nothing"
                content = edited
            new.writestr(entry, content)
    return out.getvalue()
