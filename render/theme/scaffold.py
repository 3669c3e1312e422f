"""A new theme's folder, with every token of its parent to change."""

from __future__ import annotations

import re
from pathlib import Path

from render.errors import OutputError, UsageError
from render.theme.loading import Theme

_TABLES = {
    "colour": "Colours as #rrggbb. Text, muted, accent (links) and text on highlight must have\n"
    "# 4.5 to 1 on their grounds and should have 7 to 1; rule (lines) must have 3 to 1.",
    "colour-dark": "The same, where the reader's device or the reader asks for dark.",
    "font": "Typefaces, the first that is there; more are declared under [[fonts]] below.",
    "type": "Size of text on a screen, and the height of its lines.",
    "measure": "The longest line on a screen.",
}
_STYLES = {
    "screen.css": "the page on a screen",
    "print.css": "the PDF, laid out by WeasyPrint: @page, mm and pt",
    "epub.css": "the e-book. Readers set size, face and colours of running text: leave them those",
}
_FONTS = """
# A typeface of your own: static files, with the licence (OFL.txt or LICENSE) beside them.
# `file` (TTF) is for the PDF, `web` (WOFF2) for the page.
# [[fonts]]
# family = "House Sans"
# weight = 400
# style = "normal"
# file = "fonts/HouseSans-Regular.ttf"
# web = "fonts/HouseSans-Regular.woff2"
"""


def scaffold(folder: Path, parent: Theme) -> tuple[Path, ...]:
    """Write a child theme of `parent` named after `folder`, changing nothing yet.

    Gives the files written. Raises UsageError for a name no theme can have, and
    OutputError where something is there already or cannot be written.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", folder.name):
        raise UsageError(
            f"'{folder.name}' is no name for a theme",
            hint="use small letters a to z, figures, and hyphens between them",
        )
    written = {"theme.toml": _settings(folder.name, parent)} | {
        name: _style(name, what, parent.name) for name, what in _STYLES.items()
    }
    try:
        folder.mkdir(parents=True)
        for name, content in written.items():
            (folder / name).write_text(content, encoding="utf-8")
    except FileExistsError:
        raise OutputError(
            f"'{folder}' is there already", hint="choose another name, or remove it first"
        ) from None
    except OSError as error:
        raise OutputError(
            f"'{folder}' cannot be written: {error.strerror}", hint="choose another folder"
        ) from error
    return tuple(folder / name for name in written)


def _settings(name: str, parent: Theme) -> str:
    lines = [
        f"# The theme '{name}'. What is not here comes from its parent: take away the # before",
        "# what you change. To see it:  lisible ARTICLE --theme " + name,
        "",
        f'name = "{name}"',
        f'parent = "{parent.name}"',
    ]
    for table, what in _TABLES.items():
        lines += ["", f"# {what}", f"[{table}]"]
        lines += [f"# {token} = {_quoted(value)}" for token, value in parent.tokens[table].items()]
    return "\n".join(lines) + "\n" + _FONTS


def _quoted(value: str) -> str:
    return f"'{value}'" if '"' in value else f'"{value}"'


def _style(name: str, what: str, parent: str) -> str:
    tokens = (
        "var(--colour-accent), var(--measure-line)"
        if name != "print.css"
        else "var(--colour-accent)"
    )
    return (
        f"/* {name}: {what}.\n"
        f"   These rules come after those of '{parent}'. Tokens are custom properties, as in\n"
        f"   {tokens}. A style may not import, fetch or set opacity.\n\n"
        "   h2 { color: var(--colour-accent); } */\n"
    )
