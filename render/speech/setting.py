"""Where in the article we are while planning, and a run of text turned into units there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from render.model import Inline
from render.speech.announcements import Announcements
from render.speech.inlines import runs, sentences
from render.speech.notes import PlacedNotes
from render.speech.parts import Pronouncing, announced, parts
from render.speech.roles import PARAGRAPH_S, PAUSES_S
from render.speech.units import Unit


@dataclass(frozen=True, slots=True)
class Setting:
    """The language and role of what is being said, and the depth of sections around it.

    `words` is None where nothing is announced.
    """

    lang: str
    words: Announcements | None
    pronouncing: Pronouncing
    notes: PlacedNotes
    role: str = "sentence"
    level: int = 1

    def with_role(self, role: str) -> Setting:
        """The same place, saying something else.

        A note or a description stays one all through: players skip it as a whole.
        """
        return self if self.role in {"note", "description"} else replace(self, role=role)

    def within(self, lang: str | None) -> Setting:
        """Inside a node: in its language, where it names one."""
        return replace(self, lang=lang) if lang else self

    def deeper(self) -> Setting:
        """One section further down."""
        return replace(self, level=self.level + 1)


def text_units(
    container_id: str | None, inlines: tuple[Inline, ...], setting: Setting
) -> Iterator[Unit]:
    """A unit for each sentence of a run of text that has words to say."""
    units = []
    for id_, lang, content in sentences(container_id or "", inlines):
        spoken_lang = lang or setting.lang
        found = runs(content, spoken_lang)
        written = "".join(run.written for run in found)
        if written.strip():
            said = parts(found, spoken_lang, setting.pronouncing)
            before, after = PAUSES_S[setting.role]
            units.append(Unit(id_, setting.role, spoken_lang, written, said, before, after))
    yield from units


def paragraph(units: Iterator[Unit]) -> Iterator[Unit]:
    """The units with the pause of a paragraph around the whole."""
    found = list(units)
    for index, unit in enumerate(found):
        before = PARAGRAPH_S if index == 0 else unit.pause_before_s
        after = PARAGRAPH_S if index == len(found) - 1 else unit.pause_after_s
        yield replace(
            unit,
            pause_before_s=max(unit.pause_before_s, before),
            pause_after_s=max(unit.pause_after_s, after),
        )


def preceded(units: Iterator[Unit], words: str, setting: Setting) -> Iterator[Unit]:
    """The units with an announcement said before the first; nothing where nobody announces."""
    first = True
    for unit in units:
        if first and words:
            yield replace(unit, parts=(announced(words, setting.lang), *unit.parts))
        else:
            yield unit
        first = False


def followed(units: Iterator[Unit], words: str, setting: Setting) -> Iterator[Unit]:
    """The units with an announcement said after the last."""
    waiting: Unit | None = None
    for unit in units:
        if waiting:
            yield waiting
        waiting = unit
    if waiting and words:
        said = announced(words, setting.lang, len(waiting.written))
        waiting = replace(waiting, parts=(*waiting.parts, said))
    if waiting:
        yield waiting
