"""Short ways to write articles in tests."""

from typing import Any

from render import model as m


def text(value: str) -> m.Text:
    """One run of characters."""
    return m.Text(value=value)


def paragraph(*inlines: m.Inline | str, **fields: Any) -> m.Paragraph:
    """A paragraph of inlines; strings become text."""
    return m.Paragraph(children=run(*inlines), **fields)


def run(*inlines: m.Inline | str) -> tuple[m.Inline, ...]:
    """Inlines; strings become text."""
    return tuple(text(part) if isinstance(part, str) else part for part in inlines)


def article(*body: m.Block, lang: str = "fr", **fields: Any) -> m.Article:
    """An article called `Titre` with this body; `meta` fields may be given by name."""
    parts = {name: fields.pop(name) for name in ("notes", "assets") if name in fields}
    meta = m.Meta(**{"title": (text("Titre"),), "lang": lang, **fields})
    return m.Article(meta=meta, body=body, **parts)
