"""Which fonts the engine may use: the theme's first, then the system's as a fallback."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'


def confine(font_files: tuple[str, ...], font_families: tuple[str, ...]) -> None:
    """Point fontconfig at the theme's fonts; must precede the first import of WeasyPrint.

    Rules and aliases of the machine are left out, so that a page looks the same
    everywhere as long as the theme's fonts have its characters.
    """
    xml = _configuration(font_files, font_families)
    digest = hashlib.sha256(xml.encode()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"lisible-fonts-{_user()}-{digest}.conf"
    if not path.exists() or path.read_text(encoding="utf-8") != xml:
        # Written aside and moved, as other workers may read it at this moment.
        handle, partial = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(xml)
        Path(partial).replace(path)
    os.environ["FONTCONFIG_FILE"] = str(path)


def _configuration(font_files: tuple[str, ...], font_families: tuple[str, ...]) -> str:
    folders = dict.fromkeys(str(Path(file).parent) for file in font_files)
    lines = [f"<dir>{escape(folder)}</dir>" for folder in (*folders, *_system_folders())]
    if font_families:
        # After the families a style asks for, and before anything of the system.
        names = "".join(f"<string>{escape(name)}</string>" for name in font_families)
        lines.append(
            '<match target="pattern"><edit name="family" mode="append" binding="strong">'
            f"{names}</edit></match>"
        )
    lines += [f"<cachedir>{escape(folder)}</cachedir>" for folder in _cache_folders()]
    return "\n".join([_HEAD, "<fontconfig>", *lines, "</fontconfig>", ""])


def _system_folders() -> tuple[str, ...]:
    if sys.platform == "darwin":
        return ("/System/Library/Fonts", "/Library/Fonts")
    if sys.platform == "win32":
        return ("WINDOWSFONTDIR",)
    return ("/usr/share/fonts", "/usr/local/share/fonts")


def _cache_folders() -> tuple[str, ...]:
    # The system's cache is only read; ours holds what it lacks, without needing a home.
    return ("/var/cache/fontconfig", f"{tempfile.gettempdir()}/lisible-fontcache-{_user()}")


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"
