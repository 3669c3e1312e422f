"""Small prepared articles, as the preparation step leaves them."""

import re

from render.model import Article, Author, Block, Inline, Meta, Paragraph, Section, Span, Text


def sentences(container: str, text: str) -> tuple[Inline, ...]:
    found = re.findall(r".+?(?:[.!?…](?:\s|$)|$)", text)
    return tuple(
        Span(id=f"{container}-s{number}", kind="sentence", children=(Text(value=value),))
        for number, value in enumerate(found, start=1)
    )


def paragraph(id_: str, text: str) -> Paragraph:
    return Paragraph(id=id_, children=sentences(id_, text))


def article(*body: Block, lang: str = "en", title: str = "A title", **meta: object) -> Article:
    return Article(meta=Meta(title=sentences("title", title), lang=lang, **meta), body=body)  # type: ignore[arg-type]


def french() -> Article:
    """Title, deck, byline and two sections."""
    return article(
        Section(
            id="sec-1",
            heading=sentences("sec-1-h", "Un port rouvert"),
            children=(
                paragraph("p-1", "Le port a rouvert lundi. Les navires attendaient au large."),
                paragraph("p-2", "L’équipage n’avait rien vu d’aussi calme depuis l’été."),
            ),
        ),
        Section(
            id="sec-2",
            heading=sentences("sec-2-h", "Et maintenant ?"),
            children=(paragraph("p-3", "Trois quais restent fermés."),),
        ),
        lang="fr",
        title="La mer, de nouveau",
        deck=sentences("deck", "Après un mois d’arrêt, les grues tournent."),
        authors=(Author(name="Awa Diallo"),),
        published="2026-03-12",
    )
