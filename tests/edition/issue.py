"""An issue of as many articles as wanted: six languages, with notes, lists, tables and sections."""

from __future__ import annotations

from pathlib import Path

# Title, standfirst, heading, and sentences; {n} is the number of the article.
_LANGUAGES = {
    "en": (
        "Harbour notes {n}",
        "What the tide brought in, told by those who were there.",
        "At the quay",
        (
            "The boats came back before noon. Nobody spoke of the storm. "
            "On the quay the nets were mended by hand, as they always are. "
            "A child counted the crates and stopped at {n}."
        ),
    ),
    "fr": (
        "Carnet du port {n}",
        "Ce que la marée a laissé, raconté par ceux qui étaient là.",
        "Sur le quai",
        (
            "Les bateaux sont rentrés avant midi. Personne n'a parlé de la tempête. "
            "Sur le quai, on réparait les filets à la main, comme toujours. "
            "Un enfant a compté les caisses et s'est arrêté à {n}."
        ),
    ),
    "de": (
        "Hafenblatt {n}",
        "Was die Flut gebracht hat, erzählt von denen, die dabei waren.",
        "Am Kai",
        (
            "Die Boote kamen vor Mittag zurück. Niemand sprach vom Sturm. "
            "Am Kai wurden die Netze von Hand geflickt, wie immer. "
            "Ein Kind zählte die Kisten und hörte bei {n} auf."
        ),
    ),
    "es": (
        "Cuaderno del puerto {n}",
        "Lo que trajo la marea, contado por quienes estaban allí.",
        "En el muelle",
        (
            "Los barcos volvieron antes del mediodía. Nadie habló de la tormenta. "
            "En el muelle remendaban las redes a mano, como siempre. "
            "Un niño contó las cajas y se detuvo en {n}."
        ),
    ),
    "it": (
        "Quaderno del porto {n}",
        "Quello che la marea ha portato, raccontato da chi c'era.",
        "Sulla banchina",
        (
            "Le barche sono tornate prima di mezzogiorno. Nessuno ha parlato della tempesta. "
            "Sulla banchina si riparavano le reti a mano, come sempre. "
            "Un bambino contava le casse e si è fermato a {n}."
        ),
    ),
    "ar": (
        "دفتر الميناء {n}",
        "ما حمله المد، كما رواه من كانوا هناك.",
        "على الرصيف",
        (
            "عادت القوارب قبل الظهر. لم يتحدث أحد عن العاصفة. "
            "على الرصيف كانوا يصلحون الشباك بأيديهم كما في كل يوم. "
            "عدّ طفل الصناديق وتوقف عند {n}."
        ),
    ),
}
_ARTICLE = """---
title: "{title}"
lang: {lang}
author: "A. Writer {n}"
deck: "{deck}"
---

{text} [^1]

{text}

## {heading}

{text}

- {heading} 1
- {heading} 2

| {heading} | 2026 |
|-----------|------|
| A         | {n}  |
| B         | 7    |

{text}

## {heading}

{text}

[^1]: {deck}
"""


def write_issue(folder: Path, count: int, *, paragraphs: int = 1, section_size: int = 4) -> Path:
    """An EDITION.toml with `count` articles in sections, and the articles beside it."""
    languages = tuple(_LANGUAGES)
    lines = ['title = "The Harbour Paper"', 'lang = "en"', "date = 2026-11-24", "issue = 40"]
    lines += ['publisher = "Harbour House"', 'rights = "All rights reserved."']
    lines += ["[print]", 'layout = "tabloid"']
    for number in range(1, count + 1):
        lang = languages[number % len(languages)]
        title, deck, heading, text = (part.format(n=number) for part in _LANGUAGES[lang])
        article = _ARTICLE.format(
            title=title,
            deck=deck,
            heading=heading,
            text="\n\n".join([text] * paragraphs),
            lang=lang,
            n=number,
        )
        name = f"article-{number:03}.md"
        (folder / name).write_text(article, encoding="utf-8")
        if number % section_size == 1:
            lines += [
                "[[sections]]",
                f'title = "Pier {number // section_size + 1}"',
                "articles = [",
            ]
        lines.append(f'  "{name}",')
        if number % section_size == 0 or number == count:
            lines.append("]")
    file = folder / "EDITION.toml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
