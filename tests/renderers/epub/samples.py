"""Prepared articles of our own: one that exercises every part of the edition, one right to left."""

from __future__ import annotations

import hashlib
import io

from PIL import Image as Picture

from render.model import (
    Abbr,
    Article,
    Aside,
    Asset,
    Author,
    Cell,
    Code,
    Decorative,
    Described,
    Figure,
    Image,
    Inline,
    Item,
    Link,
    List,
    Marked,
    Math,
    Meta,
    Note,
    NoteRef,
    Paragraph,
    Pronunciation,
    Quote,
    Row,
    Section,
    Span,
    Table,
    Text,
)

MATHML = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>E</mi><mo>=</mo><mi>m</mi>'
    "<msup><mi>c</mi><mn>2</mn></msup></math>"
)


def said(container: str, *parts: Inline | str) -> tuple[Span, ...]:
    """The parts as the one sentence of a container."""
    inlines = tuple(Text(value=part) if isinstance(part, str) else part for part in parts)
    return (Span(id=f"{container}-s1", kind="sentence", children=inlines),)


def paragraph(key: str, *parts: Inline | str, lang: str | None = None) -> Paragraph:
    return Paragraph(id=key, lang=lang, children=said(key, *parts))


def picture(red: int) -> bytes:
    stream = io.BytesIO()
    Picture.new("RGB", (320, 200), (red, 120, 60)).save(stream, "PNG")
    return stream.getvalue()


def asset(key: str, red: int) -> Asset:
    data = picture(red)
    return Asset(
        id=key,
        data=data,
        media_type="image/png",
        sha256=hashlib.sha256(data).hexdigest(),
        width_px=320,
        height_px=200,
    )


def plain() -> Article:
    """A short French article of text only."""
    return Article(
        meta=Meta(
            title=said("title", "Le marché de Ségou rouvre ses portes."),
            lang="fr",
            deck=said("deck", "Après deux ans de travaux, les étals sont de retour."),
            authors=(Author(name="La Rédaction", kind="organisation"),),
            published="2025-11-03",
            publisher="Le Quotidien du Fleuve",
            canonical_url="https://example.org/marche",
            section="Économie",
            rights="© 2025 Le Quotidien du Fleuve",
        ),
        body=(
            paragraph("p-1", "Les marchandes sont arrivées avant l’aube."),
            Section(
                id="sec-1",
                heading=said("sec-1-h", "Un toit neuf"),
                children=(
                    paragraph("p-2", "La charpente a été refaite en bois du pays."),
                    Section(
                        id="sec-2",
                        heading=said("sec-2-h", "Le bois"),
                        children=(paragraph("p-3", "Il vient de la région."),),
                    ),
                ),
            ),
            Section(
                id="sec-3",
                heading=said("sec-3-h", "Des prix stables"),
                children=(paragraph("p-4", "Le mil se vend comme l’an passé."),),
            ),
        ),
    )


def rich() -> Article:
    """An English article with all that items 42 to 50 of the checklist ask for."""
    return Article(
        meta=Meta(
            title=said("title", "How a river feeds a city"),
            lang="en",
            deck=said("deck", "Water, measured and explained."),
            authors=(
                Author(name="Ada Traoré", sort_name="Traoré, Ada"),
                Author(name="Ben Sow", role="photographer"),
            ),
            published="2025-06-01",
            publisher="River Press",
            keywords=("water", "cities"),
        ),
        body=(_flow(), _figures(), _rest()),
        notes=(Note(id="note-1", children=(paragraph("note-1-p", "Measured at the bridge."),)),),
        assets=(asset("chart", 200), asset("rule", 20)),
        lexicon=(
            Pronunciation(grapheme="WHO", lang="en", alias="W H O"),
            Pronunciation(grapheme="Traoré", lang="fr", ipa="tʁaɔʁe"),
        ),
    )


def _flow() -> Section:
    inner = List(id="list-2", items=(Item(id="list-2-i1", children=(paragraph("p-4", "spring"),)),))
    return Section(
        id="sec-1",
        heading=said("sec-1-h", "The flow"),
        children=(
            paragraph("p-1", "The river carries water", NoteRef(note="note-1"), " all year."),
            paragraph(
                "p-2",
                "Fishers call it ",
                Span(lang="fr", children=(Text(value="le grand fleuve"),)),
                " and say: ",
                Span(
                    lang="fr",
                    children=(Text(value="Le fleuve est une route pour ceux qui savent attendre"),),
                ),
                "; the ",
                Abbr(children=(Text(value="WHO"),), expansion="World Health Organization"),
                " ",
                Link(href="https://example.org/who", children=(Text(value="reports on it"),)),
                ".",
            ),
            List(
                id="list-1",
                items=(
                    Item(id="list-1-i1", children=(paragraph("p-3", "sources"), inner)),
                    Item(id="list-1-i2", children=(paragraph("p-5", "mouths"),)),
                ),
            ),
            Quote(
                id="quote-1",
                children=(paragraph("p-6", "Water is patient."),),
                attribution=said("quote-1-attribution", "A ferryman"),
            ),
        ),
    )


def _figures() -> Section:
    head = Row(
        section="head",
        cells=(
            Cell(id="tbl-1-r1c1", header=True, children=(paragraph("p-7", "Month"),)),
            Cell(id="tbl-1-r1c2", header=True, children=(paragraph("p-8", "Flow"),)),
        ),
    )
    row = Row(
        cells=(
            Cell(id="tbl-1-r2c1", header=True, children=(paragraph("p-9", "May"),)),
            Cell(id="tbl-1-r2c2", children=(paragraph("p-10", "120"),)),
        )
    )
    chart = Image(
        id="img-1",
        asset="chart",
        alt=Described("Line chart: the flow rises in spring."),
        description=(paragraph("p-11", "The line starts low and doubles by May."),),
    )
    return Section(
        id="sec-2",
        heading=said("sec-2-h", "In figures"),
        children=(
            Figure(
                id="fig-1", content=(chart,), caption=said("fig-1-caption", "The flow in a year.")
            ),
            Table(id="tbl-1", rows=(head, row), caption=said("tbl-1-caption", "Flow by month.")),
            Math(id="math-1", mathml=MATHML, alt="E equals m c squared"),
            Image(id="img-2", asset="rule", alt=Decorative()),
        ),
    )


def _rest() -> Section:
    return Section(
        id="sec-3",
        heading=said("sec-3-h", "And then"),
        children=(
            Aside(
                id="aside-1",
                kind="box",
                heading=said("aside-1-h", "In brief"),
                children=(paragraph("p-12", "It flows."),),
            ),
            Code(id="code-1", value="flow = rain * area\n", language="python"),
            paragraph(
                "p-13", "That is ", Marked(kind="strong", children=(Text(value="all"),)), "."
            ),
        ),
    )


def hebrew() -> Article:
    """A short article from right to left."""
    return Article(
        meta=Meta(
            title=said("title", "השוק נפתח מחדש"),
            lang="he",
            authors=(Author(name="המערכת", kind="organisation"),),
            published="2025-02-10",
        ),
        body=(
            Section(
                id="sec-1",
                heading=said("sec-1-h", "גג חדש"),
                children=(paragraph("p-1", "הסוחרות הגיעו לפני הזריחה."),),
            ),
        ),
    )
