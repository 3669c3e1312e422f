"""The narration: the master sound and the one list of cues every format takes its times from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordCue:
    """When one word sounds. Samples count from the start of the narration.

    `char_begin` and `char_end` are offsets into the written text of the cue.
    `exact` is False where the engine reports no words and we estimate.
    """

    begin: int
    end: int
    char_begin: int
    char_end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """When the element `id` sounds; samples, `begin` inclusive, `end` exclusive.

    `text` is the written text, `spoken` what was given to the engine. `role` is the
    speech role of the unit (`title`, `heading`, `sentence`, `alt` …), `level` the
    heading level or 0. `voice` names the engine and voice that spoke it. `unpronounced`
    are written forms whose phonemes in a lexicon that voice could not say.
    """

    id: str
    begin: int
    end: int
    role: str
    text: str
    spoken: str
    lang: str
    voice: str
    level: int = 0
    words: tuple[WordCue, ...] = ()
    unpronounced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Narration:
    """Mono signed 16-bit little-endian PCM with its cues in order, never overlapping.

    Hours of `pcm` are a view of a file.
    """

    pcm: memoryview
    sample_rate_hz: int
    cues: tuple[Cue, ...]

    @property
    def sample_count(self) -> int:
        """The length in samples."""
        return len(self.pcm) // 2

    @property
    def duration_s(self) -> float:
        """The length in seconds."""
        return self.sample_count / self.sample_rate_hz

    def milliseconds(self, sample: int) -> int:
        """The time of a sample in whole milliseconds, rounded half up: converted only here."""
        return (sample * 2000 + self.sample_rate_hz) // (2 * self.sample_rate_hz)
