"""The rules of themes: they restyle, they cannot break."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from render.errors import ThemeError
from render.theme.font_files import fault_of

_COLOURS = ("ground", "surface", "text", "muted", "accent", "rule", "highlight")
_NEEDED = {
    "colour": _COLOURS,
    "colour-dark": _COLOURS,
    "font": ("text", "code"),
    "type": ("size", "leading"),
    "measure": ("line",),
}
_MAX_LINES = 80
_MAX_CONDITIONALS = 10
_LICENCES = ("OFL*", "LICEN[CS]E*")


def check_settings(name: str, tokens: Mapping[str, Mapping[str, str]]) -> None:
    """Raises ThemeError where a token is missing, is no colour, or could end its rule."""
    for table, needed in _NEEDED.items():
        for token in needed:
            if token not in tokens[table]:
                raise ThemeError(
                    f"theme '{name}' has no {token} in [{table}]",
                    hint='add it, or parent = "default" to inherit it',
                )
        for token, value in tokens[table].items():
            _check_token(f"theme '{name}': [{table}] {token}", value, is_colour="colour" in table)


def check_style(path: Path, style: str) -> None:
    """Raises ThemeError where a style would fetch anything or leave its element."""
    for pattern, what in (
        (r"@import", "imports another style"),
        (r"url\(\s*[\"']?(?!data:)", "fetches a file"),
        (r"</", "has an end tag"),
        (r"(?<!-)\bopacity\s*:", "uses opacity, which takes text out of a PDF's structure"),
    ):
        found = re.search(pattern, style, re.IGNORECASE)
        if found:
            line = style.count("\n", 0, found.start()) + 1
            raise ThemeError(
                f"{path}:{line} {what}",
                hint="a theme is one folder: name its fonts in theme.toml, write images as data:",
            )


def check_template(path: Path) -> None:
    """Raises ThemeError where a page frame holds more than a frame should."""
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    conditionals = len(re.findall(r"\{%-?\s*(?:el)?if\b", source))
    if lines > _MAX_LINES or conditionals > _MAX_CONDITIONALS:
        raise ThemeError(
            f"{path} has {lines} lines and {conditionals} conditions",
            hint=f"at most {_MAX_LINES} lines and {_MAX_CONDITIONALS} conditions: "
            "what an article needs belongs to Lisible, not to a theme",
        )
    found = re.search(r"""\b(?:src|href|action)\s*=\s*["']?(?:[a-z]+:)?//""", source, re.IGNORECASE)
    if found:
        raise ThemeError(
            f"{path}:{source.count(chr(10), 0, found.start()) + 1} names an address on the network",
            hint="take it out: an edition works offline",
        )


def check_fonts(folder: Path, files: Iterable[Path]) -> None:
    """Raises ThemeError where a font is missing, outside the theme, damaged or without licence."""
    for file in files:
        if not file.resolve().is_relative_to(folder.resolve()) or not file.is_file():
            raise ThemeError(
                f"{folder / 'theme.toml'} names the font '{file.name}', which is not in the theme",
                hint="put the file into the theme's folder",
            )
        if not any(any(file.parent.glob(pattern)) for pattern in _LICENCES):
            raise ThemeError(
                f"font '{file.name}' has no licence beside it",
                hint=f"put its OFL.txt or LICENSE into {file.parent}",
            )
        if fault := fault_of(file):
            raise ThemeError(
                f"{folder / 'theme.toml'} names the font '{file.name}': {fault}",
                hint="copy the font again from where it is published",
            )


def _check_token(where: str, value: str, *, is_colour: bool) -> None:
    if is_colour and not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ThemeError(f"{where} is '{value}'", hint="write colours as #rrggbb")
    if re.search(r"[;{}<>]|url\(|/\*", value):
        raise ThemeError(f"{where} is '{value}'", hint="a token is one CSS value")
