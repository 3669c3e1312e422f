"""Chapters of a narration: the title, then each heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from render.narration import Cue, Narration
from render.sound.tags import Chapter


@dataclass(frozen=True, slots=True)
class SpokenSection:
    """From one heading to the next: its title, level and samples, and the cues that sound in it.

    The title of the article is the heading of level 1.
    """

    title: str
    level: int
    begin: int
    end: int
    cues: tuple[Cue, ...]


def spoken_sections(narration: Narration) -> tuple[SpokenSection, ...]:
    """The sections in order, from the first sample to the last without gaps.

    What sounds before the first heading belongs to the first section.
    """
    starts = list(_starts(narration.cues))
    if not starts:
        return ()
    starts[0] = 0
    bounds = [*starts, len(narration.cues)]
    begins = [0, *(narration.cues[index].begin for index in starts[1:])]
    ends = [*begins[1:], narration.sample_count]
    return tuple(
        _section(narration.cues[first:last], begin, end)
        for (first, last), begin, end in zip(pairwise(bounds), begins, ends, strict=True)
    )


def chapters(narration: Narration, most: int = 255) -> tuple[Chapter, ...]:
    """The sections as chapters, in milliseconds.

    Where there are more than `most`, the deepest headings are left out, then the last.
    """
    sections = spoken_sections(narration)
    while len(sections) > most and max(section.level for section in sections) > 2:
        deepest = max(section.level for section in sections)
        sections = tuple(section for section in sections if section.level < deepest)
    sections = sections[:most]
    begins = [0, *(narration.milliseconds(section.begin) for section in sections[1:])]
    ends = [*begins[1:], narration.milliseconds(narration.sample_count)]
    return tuple(
        Chapter(section.title, begin, end)
        for section, begin, end in zip(sections, begins, ends, strict=False)
    )


def _starts(cues: tuple[Cue, ...]) -> Iterator[int]:
    """The cue with which each heading begins; the sentences of one heading are one."""
    for _, group in groupby(enumerate(cues), key=lambda pair: _heading_of(pair[1])):
        index, cue = next(group)
        if _is_heading(cue):
            yield index


def _section(cues: tuple[Cue, ...], begin: int, end: int) -> SpokenSection:
    first = next((cue for cue in cues if _is_heading(cue)), cues[0])
    titled = [cue.text for cue in cues if _heading_of(cue) == _heading_of(first)]
    return SpokenSection(" ".join(" ".join(titled).split()), first.level, begin, end, cues)


def _is_heading(cue: Cue) -> bool:
    return cue.role in {"title", "heading"}


def _heading_of(cue: Cue) -> str:
    return (cue.id.rpartition("-s")[0] or cue.id) if _is_heading(cue) else ""
