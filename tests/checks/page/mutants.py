"""One-edit defects to plant in a finished page, and the code that must name each."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """A defect: the first match of `pattern` becomes `by`."""

    name: str
    code: str
    pattern: str
    by: str


MUTANTS = (
    Mutant("language missing", "PAGE-101", r' lang="en"', ""),
    Mutant("language no tag", "PAGE-102", r'<html lang="en"', '<html lang="english_uk"'),
    Mutant("wrong language", "PAGE-103", r'<html lang="en"', '<html lang="fr"'),
    Mutant(
        "foreign passage untagged",
        "PAGE-104",
        r"(<p id=\"p-1\">)",
        "<p>Les ouvriers de la nuit ne sont pas revenus dans la ville, et personne ne sait"
        r" pourquoi ils sont partis.</p>\1",
    ),
    Mutant("direction missing", "PAGE-105", r'<html lang="en" dir="ltr"', '<html lang="ar"'),
    Mutant("title empty", "PAGE-110", r"<title>[^<]*", "<title>"),
    Mutant("title untitled", "PAGE-110", r"<title>[^<]*", "<title>Untitled"),
    Mutant("zoom forbidden", "PAGE-111", r"initial-scale=1", "initial-scale=1, user-scalable=no"),
    Mutant("character set missing", "PAGE-112", r'<meta charset="utf-8">', ""),
    Mutant(
        "page reloads", "PAGE-113", r"<title>", '<meta http-equiv="refresh" content="9"><title>'
    ),
    Mutant("viewport missing", "PAGE-114", r'<meta name="viewport"[^>]*>', ""),
    Mutant("linked data broken", "PAGE-115", r'(<script type="application/ld\+json">)\{', r"\1"),
    Mutant(
        "linked data in another language", "PAGE-116", r'"inLanguage":\s*"en"', '"inLanguage":"de"'
    ),
    Mutant("main missing", "PAGE-120", r"<main ", "<div "),
    Mutant("second banner", "PAGE-121", r"<main ", "<header>Again</header><main "),
    Mutant("navigation unnamed", "PAGE-122", r'(<nav class="skip") aria-label="[^"]*"', r"\1"),
    Mutant("heading empty", "PAGE-123", r"(<h2[^>]*>)[^<]*(?=</h2>)", r"\1"),
    Mutant(
        "skip links missing", "PAGE-130", r'(?s)<nav class="skip".*?</nav>', '<a href="/">A</a>'
    ),
    Mutant("skip link to nowhere", "PAGE-131", r'href="#content"', 'href="#contend"'),
    Mutant(
        "contents out of order",
        "PAGE-132",
        r'(?s)(<nav class="contents.*?)(<li>.*?</li>)\n(<li>.*?</li>)',
        r"\1\3\n\2",
    ),
    Mutant(
        "contents say otherwise",
        "PAGE-133",
        r'(?s)(<nav class="contents.*?<a href="#[^>]*>)[^<]*',
        r"\1Something else",
    ),
    Mutant("skip link hidden", "PAGE-134", r"</style>", ".skip a { display: none }</style>"),
    Mutant("alternative missing", "PAGE-140", r' alt="A map of the river"', ""),
    Mutant("alternative a file name", "PAGE-141", r'alt="A map of the river"', 'alt="map.jpg"'),
    Mutant("frame without name", "PAGE-142", r"</main>", '<iframe src="a.html"></iframe></main>'),
    Mutant("formula without words", "PAGE-143", r'(<math[^>]*) alttext="[^"]*"', r"\1"),
    Mutant("player starts by itself", "PAGE-145", r"<audio controls", "<audio controls autoplay"),
    Mutant("player without controls", "PAGE-146", r"<audio controls", "<audio"),
    Mutant("link without name", "PAGE-150", r"</main>", '<a href="a.html"></a></main>'),
    Mutant("link says nothing", "PAGE-151", r"</main>", '<a href="a.html">click here</a></main>'),
    Mutant("button without name", "PAGE-152", r"</main>", "<button></button></main>"),
    Mutant("field without label", "PAGE-153", r"</main>", "<input></main>"),
    Mutant("order of the Tab key", "PAGE-154", r'tabindex="-1"', 'tabindex="3"'),
    Mutant(
        "silent stop", "PAGE-155", r'<a href="#content"', '<a aria-hidden="true" href="#content"'
    ),
    Mutant(
        "note without way back",
        "PAGE-157",
        r'(?s)(<li id="n1">.*?)<p class="backlinks">.*?</p>',
        r"\1",
    ),
    Mutant("id twice", "PAGE-160", r'id="deck"', 'id="title"'),
    Mutant("label to nowhere", "PAGE-161", r'aria-labelledby="contents-h"', 'aria-labelledby="x"'),
    Mutant("role unknown", "PAGE-162", r'role="doc-endnotes"', 'role="endnotes"'),
    Mutant("list with a paragraph", "PAGE-163", r"<ul([^>]*)>", r"<ul\1><p>No item</p>"),
    Mutant("header cell to nowhere", "PAGE-161", r'headers="b c e"', 'headers="b x e"'),
    Mutant(
        "table without headers",
        "PAGE-164",
        "</main>",
        "<table><tr><td>A<td>B<tr><td>1<td>2</table></main>",
    ),
    Mutant(
        "scope missing",
        "PAGE-165",
        "</main>",
        "<table><tr><th>Town<th>Year<tr><th>Gao<td>2026</table></main>",
    ),
    Mutant("scope wrong", "PAGE-165", r'scope="row"', 'scope="rows"'),
    Mutant("focus invisible", "PAGE-170", r"</style>", "a:focus { outline: none }</style>"),
    Mutant("text size fixed", "PAGE-171", r"</style>", "body { font-size: 9px }</style>"),
    Mutant("wider than a telephone", "PAGE-172", r"</style>", "main { width: 900px }</style>"),
    Mutant("contrast too low", "PAGE-173", r"--colour-muted: #4d4a45", "--colour-muted: #b0b0b0"),
    Mutant(
        "fetched from elsewhere",
        "PAGE-180",
        r"</head>",
        '<script src="https://statistics.example/a.js"></script></head>',
    ),
)


def planted(mutant: Mutant, page: str) -> str:
    """The page with the defect in it."""
    edited, count = re.subn(mutant.pattern, mutant.by, page, count=1)
    assert count, f"nothing to spoil: {mutant.pattern}"
    assert edited != page
    return edited
