"""The narrations of all parts as one programme, and each of them out of it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from render.edition.parts import Part
from render.errors import EngineError
from render.narration import Cue, Narration
from render.spool import Spool

# With the silence around each narration, some 1.3 s: our own check takes 1.5 s for a fault.
_PAUSE_S = 0.3


@dataclass(frozen=True, slots=True)
class Programme:
    """The sound of the edition, and by the ids of the parts where each is and what it says.

    An hour of sound is 160 MB, so that it is held once.
    """

    narration: Narration
    places: dict[str, tuple[int, int, tuple[Cue, ...]]]

    def alone(self, part: Part) -> Narration | None:
        """The narration of the part as it was alone; None where it is not spoken."""
        if part.id not in self.places:
            return None
        begin, end, cues = self.places[part.id]
        pcm = self.narration.pcm[2 * begin : 2 * end]
        return Narration(pcm, self.narration.sample_rate_hz, cues)


def joined(spoken: Iterable[tuple[Part, Narration]]) -> Programme:
    """One narration after the other, with the ids and heading levels of the whole edition.

    Raises EngineError where they are not of one sample rate.
    """
    sound = Spool()
    length = 0
    cues: list[Cue] = []
    places: dict[str, tuple[int, int, tuple[Cue, ...]]] = {}
    rate = 0
    for part, narration in spoken:
        if rate not in (0, narration.sample_rate_hz):
            raise EngineError("the narrations of the edition have different sample rates")
        rate = narration.sample_rate_hz
        if length:
            sound.add(bytes(2 * round(_PAUSE_S * rate)))
            length += round(_PAUSE_S * rate)
        cues += [_placed(cue, part, length) for cue in narration.cues]
        sound.add(narration.pcm)
        places[part.id] = (length, length + narration.sample_count, narration.cues)
        length += narration.sample_count
    return Programme(Narration(sound.take(), rate, tuple(cues)), places)


def _placed(cue: Cue, part: Part, begin: int) -> Cue:
    is_title = cue.role == "title" and part.level > 1
    words = (replace(word, begin=word.begin + begin, end=word.end + begin) for word in cue.words)
    return replace(
        cue,
        id=f"{part.prefix}{cue.id}",
        begin=cue.begin + begin,
        end=cue.end + begin,
        role="heading" if is_title else cue.role,
        level=cue.level + part.level - 1 if cue.level else 0,
        words=tuple(words),
    )
