"""Media overlays: the pars of a SMIL document in playing order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from render.epub_reading.markup import EPUB_TYPE
from render.epub_reading.package import resolved

if TYPE_CHECKING:
    from lxml import etree

_FULL_CLOCK = re.compile(r"(?:(\d+):)?([0-5]?\d):([0-5]?\d(?:\.\d+)?)")
_TIMECOUNT = re.compile(r"(\d+(?:\.\d+)?)(h|min|s|ms)?")
_UNIT_MS = {"h": 3_600_000, "min": 60_000, "s": 1000, "ms": 1, None: 1000}


@dataclass(frozen=True, slots=True)
class Par:
    """A piece of text with its sound; times in milliseconds.

    `target` is the path of the text with its fragment. `audio` is empty where the
    reading system is to speak; `end_ms` is None where the sound plays to its end.
    `types` are its own and those of the seqs around it.
    """

    target: str
    audio: str
    begin_ms: float
    end_ms: float | None
    types: frozenset[str]


def pars(root: etree._Element, path: str) -> Iterator[Par]:
    """The pars of the overlay document at `path`."""
    for par in root.iter("{http://www.w3.org/ns/SMIL}par"):
        text = par.find("{*}text")
        audio = par.find("{*}audio")
        kinds = [par.get(EPUB_TYPE, "")]
        kinds += [seq.get(EPUB_TYPE, "") for seq in par.iterancestors("{*}seq")]
        begin = clock_ms(audio.get("clipBegin", "0")) if audio is not None else None
        end = clock_ms(audio.get("clipEnd", "")) if audio is not None else None
        yield Par(
            target=resolved(text.get("src", ""), path) if text is not None else "",
            audio=resolved(audio.get("src", ""), path) if audio is not None else "",
            begin_ms=begin or 0.0,
            end_ms=end,
            types=frozenset(" ".join(kinds).split()),
        )


def clock_ms(value: str) -> float | None:
    """The milliseconds of a SMIL clock value, or None where it is none (EPUB 3.3, 9.3.2.1)."""
    value = value.strip()
    if full := _FULL_CLOCK.fullmatch(value):
        hours, minutes, seconds = full.groups()
        return (int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)) * 1000
    if count := _TIMECOUNT.fullmatch(value):
        return float(count.group(1)) * _UNIT_MS[count.group(2)]
    return None
