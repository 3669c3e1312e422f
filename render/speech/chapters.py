"""Chapters of a narration: the title, then each heading."""

from __future__ import annotations

from collections.abc import Iterator

from render.narration import Cue, Narration
from render.sound.tags import Chapter


def chapters(narration: Narration, most: int = 255) -> tuple[Chapter, ...]:
    """The chapters in order, from 0 to the end of the sound without gaps.

    Where there are more than `most`, the deepest headings are left out, then the last.
    """
    headings = list(_headings(narration.cues))
    while len(headings) > most and max(level for level, _, _ in headings) > 2:
        deepest = max(level for level, _, _ in headings)
        headings = [heading for heading in headings if heading[0] < deepest]
    headings = headings[:most]
    if not headings:
        return ()
    begins = [0, *(narration.milliseconds(begin) for _, begin, _ in headings[1:])]
    ends = [*begins[1:], narration.milliseconds(narration.sample_count)]
    return tuple(
        Chapter(title, begin, end)
        for (_, _, title), begin, end in zip(headings, begins, ends, strict=True)
    )


def _headings(cues: tuple[Cue, ...]) -> Iterator[tuple[int, int, str]]:
    """Level, first sample and words of the title and each heading, its sentences joined."""
    open_id, level, begin, words = "", 0, 0, [""]
    for cue in cues:
        element = cue.id.rpartition("-s")[0] or cue.id
        if cue.role not in {"title", "heading"}:
            continue
        if element == open_id:
            words.append(cue.text)
            continue
        if open_id:
            yield level, begin, _joined(words)
        open_id, level, begin, words = element, cue.level, cue.begin, [cue.text]
    if open_id:
        yield level, begin, _joined(words)


def _joined(words: list[str]) -> str:
    return " ".join(" ".join(words).split())
