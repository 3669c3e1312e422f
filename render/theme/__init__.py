"""Themes: colours, type, styles, page frames and fonts, from a folder; never Python."""

from __future__ import annotations

import difflib
import functools
from pathlib import Path

from render.errors import ThemeError
from render.theme.contrast import contrast, contrast_findings
from render.theme.loading import FontFace, Theme, read_theme
from render.theme.scaffold import scaffold

__all__ = ["FontFace", "Theme", "available", "contrast", "load", "scaffold"]


def load(name_or_path: str) -> Theme:
    """The theme of that name, or in that folder, checked against the rules of themes.

    Raises ThemeError where it is missing, incomplete, or breaks a rule.
    """
    folder = _folder(name_or_path)
    return _ours(folder) if folder.parent == _themes().resolve() else _read(folder)


def available() -> tuple[str, ...]:
    """The names of the themes that come with Lisible, sorted."""
    return tuple(sorted(path.parent.name for path in _themes().glob("*/theme.toml")))


def _read(folder: Path) -> Theme:
    theme = read_theme(folder, _folder)
    return theme.with_findings(contrast_findings(theme.name, theme.tokens))


@functools.cache
def _ours(folder: Path) -> Theme:
    # Those that come with us do not change while we run; a batch asks for them for each article.
    return _read(folder).unchanging()


def _folder(name_or_path: str) -> Path:
    for folder in (_themes() / name_or_path, Path(name_or_path)):
        if (folder / "theme.toml").is_file():
            return folder.resolve()
    near = difflib.get_close_matches(name_or_path, available(), n=1)
    there = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(available())}"
    raise ThemeError(
        f"no theme is called '{name_or_path}', and no folder of that name has a theme.toml",
        hint=there,
    )


def _themes() -> Path:
    # Beside the package in a checkout, inside it in an installed wheel.
    installed = Path(__file__).parent.parent / "themes"
    return installed if installed.is_dir() else installed.parent.parent / "themes"
