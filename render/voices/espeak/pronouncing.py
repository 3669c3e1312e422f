"""A request's phonemes put into the text for eSpeak NG, and its words brought back from there."""

from __future__ import annotations

from dataclasses import dataclass

from render.plugins import SpeechRequest
from render.voices.espeak.phonemes import mnemonics
from render.voices.espeak.wire import PHONEMES, Word


@dataclass(frozen=True, slots=True)
class Pronounced:
    """The text for the engine, and which characters of it stand for which of the request's.

    `spans` are `(begin, end, request_begin, request_end)`, in order; `places` those of the
    request's phonemes that are in it.
    """

    text: str
    spans: tuple[tuple[int, int, int, int], ...] = ()
    places: tuple[int, ...] = ()

    def as_requested(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """Words of the engine's text as words of the request's."""
        return tuple((*self._range(begin, end), *samples) for begin, end, *samples in words)  # type: ignore[misc]

    def _range(self, begin: int, end: int) -> tuple[int, int]:
        shift = 0
        for first, last, request_first, request_last in self.spans:
            if end <= first:
                break
            if begin < last:
                return request_first, request_last
            shift = request_last - last
        return begin + shift, end + shift


def pronounced(request: SpeechRequest) -> Pronounced:
    """The text with every phoneme that eSpeak NG has in its language."""
    # What an author wrote in double brackets is text, as it is elsewhere.
    text = request.text.replace(PHONEMES, " ")
    said = [
        (place, begin, end, names)
        for place, (begin, end, ipa) in enumerate(request.phonemes)
        if (names := mnemonics(ipa, request.lang))
    ]
    if not said:
        return Pronounced(text)
    text = text.replace("[[", "  ")
    made, done = "", 0
    spans = []
    for _, begin, end, names in said:
        made += text[done:begin]
        spans.append((len(made), len(made) + len(names) + 4, begin, end))
        made += f"[[{names}]]"
        done = end
    return Pronounced(
        PHONEMES + made + text[done:], tuple(spans), tuple(place for place, *_ in said)
    )
