"""The voices of the installed eSpeak NG data, and which of them speaks a language.

Reads the data files only: no C code is loaded outside the cage.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import cast

from render.errors import MissingEngineError, UsageError

_INSTALL = "install it with `pip install 'lisible[audio]'`, or leave audio out with `--to`"
_DEFAULT_PRIORITY = 5
# Romanisations share the tag of the script they transcribe and must never read it.
_NEVER_BY_LANGUAGE = frozenset({"cmn-Latn-pinyin", "yue-Latn-jyutping"})
# Deprecated tags, and regions whose accent another region's voice has.
_SPOKEN_AS = {
    "iw": "he", "in": "id", "en-ca": "en-us", "en-ph": "en-us", "zh-hk": "yue", "zh-mo": "yue",
}  # fmt: skip
_CASTILIAN = frozenset({"es-es", "es-gq", "es-ea", "es-ic"})


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """One voice: its name, its path below `lang/`, and its tags with their priorities."""

    name: str
    path: str
    tags: tuple[tuple[str, int], ...]

    @property
    def langs(self) -> tuple[str, ...]:
        """Its languages, each by the tag that says most about the voice: the longest."""
        longest: dict[str, str] = {}
        for tag, _ in self.tags:
            primary = tag.split("-")[0]
            longest[primary] = max(longest.get(primary, ""), tag, key=len)
        return tuple(longest.values())

    def priority(self, tag: str) -> int | None:
        """The priority for a tag, lower first, or None when the voice does not speak it."""
        return min((number for known, number in self.tags if known == tag), default=None)


@cache
def choose(lang: str, voice_name: str | None) -> VoiceFile:
    """The voice called `voice_name`, or the best for a language.

    A named voice speaks its own language only; other languages get their own best.
    Raises MissingEngineError when no voice speaks `lang`, UsageError for an unknown name.
    """
    named = _named(voice_name) if voice_name else None
    if named and _primary(_normal(lang)) in map(_primary, named.langs):
        return named
    for tag in _fallbacks(_normal(lang)):
        found = [file for file in files() if file.priority(tag) is not None]
        found = [file for file in found if file.name not in _NEVER_BY_LANGUAGE]
        if found:
            return min(found, key=lambda file: (file.priority(tag), len(file.name), file.name))
    raise MissingEngineError(
        f"espeak has no voice for the language '{lang}'",
        hint="check the language, or name another engine with `--voice`; "
        "`lisible voices` lists them",
    )


def library_path() -> Path:
    """The eSpeak NG library that `espeakng-loader` brings."""
    return Path(_loader().get_library_path())


def data_path() -> Path:
    """Its data folder."""
    return library_path().parent / "espeak-ng-data"


@cache
def files() -> tuple[VoiceFile, ...]:
    """All voice files, sorted by name."""
    root = data_path() / "lang"
    found = [_read(path, root) for path in root.rglob("*") if path.is_file()]
    if not any(found):
        raise MissingEngineError(f"espeak has no voice files in '{root}'", hint=_INSTALL)
    return tuple(sorted((file for file in found if file), key=lambda file: file.name))


def _loader() -> ModuleType:
    try:
        import espeakng_loader  # optional: the audio extra
    except ModuleNotFoundError as error:
        raise MissingEngineError("the voice 'espeak' is not installed", hint=_INSTALL) from error
    return cast("ModuleType", espeakng_loader)


def _read(path: Path, root: Path) -> VoiceFile | None:
    tags = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        words = line.split()
        if len(words) >= 2 and words[0] == "language":
            priority = int(words[2]) if words[2:] and words[2].isdigit() else _DEFAULT_PRIORITY
            tags.append((words[1].lower(), priority))
    relative = path.relative_to(root).as_posix()
    return VoiceFile(path.name, relative, tuple(tags)) if tags else None


def _named(name: str) -> VoiceFile:
    for file in files():
        if file.name.lower() == name.lower():
            return file
    near = difflib.get_close_matches(name, [file.name for file in files()], n=1)
    hint = f"did you mean '{near[0]}'?" if near else "`lisible voices` lists them"
    raise UsageError(f"espeak has no voice called '{name}'", hint=hint)


def _fallbacks(lang: str) -> list[str]:
    """The tag and what may stand for it, nearest first: `es-ar`, `es-419`, `es`."""
    parts = lang.split("-")
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    spoken = [_SPOKEN_AS.get(tag, tag) for tag in tags]
    region = "-".join([parts[0], *(part for part in parts[1:] if len(part) in {2, 3})][:2])
    if region not in spoken:
        spoken.insert(len(spoken) - 1, _SPOKEN_AS.get(region, region))
    if parts[0] == "es" and len(parts) > 1 and region not in _CASTILIAN:
        spoken.insert(len(spoken) - 1, "es-419")
    return spoken


def _normal(lang: str) -> str:
    return lang.replace("_", "-").lower()


def _primary(lang: str) -> str:
    primary = lang.split("-", maxsplit=1)[0]
    return _SPOKEN_AS.get(primary, primary)
