"""The narration: every unit said by a voice, joined with silences, levelled, timed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from render.errors import BudgetError, EngineError, MissingEngineError
from render.model import Article
from render.narration import Cue, Narration
from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo
from render.sound.loudness import levelled
from render.sound.pcm import audible, resample, silence
from render.speech.plan import SpeechOptions, plan
from render.speech.roles import BETWEEN_PARTS_S
from render.speech.track import Track
from render.speech.units import Part, Unit
from render.speech.words import SpokenWord, Written, estimated, word_cues, written_words

WORDS_PER_MINUTE = 165
SAMPLE_RATE_HZ = 22050
_LEAD_IN_S = 0.2
_LEAD_OUT_S = 0.4
# A unit with nothing to pronounce ("…") is heard as a pause.
_UNSAYABLE_S = 0.3
_ANY_LANGUAGE = "mul"
# 30 hours: 5 GB of samples, the longest audiobooks there are.
_CHARACTERS_PER_HOUR = 67_000
_MOST_CHARACTERS = 2_000_000
# In place of a voice's name, before the language of what nobody said.
UNSPOKEN = "none:"


@dataclass(frozen=True, slots=True)
class _Said:
    """A part that was said: its words where they were written, and by which voice."""

    words: tuple[Written, ...]
    voice: str
    exact: bool
    unpronounced: tuple[str, ...] = ()


def narrate(
    article: Article,
    voice: Voice,
    voice_name: str | None = None,
    words_per_minute: int = WORDS_PER_MINUTE,
    options: SpeechOptions | None = None,
) -> Narration:
    """The narration of a prepared article at -19 LUFS, with exact cues for every unit.

    Raises MissingEngineError when the voice does not speak the article's language, and
    EngineError when it fails or stays silent. A part in another language that the voice
    does not speak is left out, never said by a wrong voice: in its cue, the voices are
    followed by `none:` and the language.
    """
    units = plan(article, options)
    known = _languages(voice, voice_name, article.meta.lang)
    requests = [_request(part) for unit in units for part in unit.parts if _sayable(part, known)]
    _refuse_days(requests)
    speaking = voice.speaking(requests, voice_name, words_per_minute)
    with speaking as utterances, Track(SAMPLE_RATE_HZ) as track:
        track.pause(_LEAD_IN_S)
        cues = tuple(_cue(unit, utterances, track, known) for unit in units)
        _verify(voice, cues)
        track.pause(_LEAD_OUT_S)
        pcm = levelled(track.view(), SAMPLE_RATE_HZ)
    return Narration(pcm, SAMPLE_RATE_HZ, cues)


def _languages(voice: Voice, voice_name: str | None, needed: str) -> frozenset[str]:
    """The primary languages the voice speaks, `needed` among them."""
    known = frozenset(_primary(info.lang) for info in _offered(voice, voice_name))
    if _primary(needed) not in known and _ANY_LANGUAGE not in known:
        raise MissingEngineError(
            f"the voice '{voice.name}' does not speak the language '{needed}'",
            hint="choose another with `--voice`; `lisible voices` lists them",
        )
    return known


def _offered(voice: Voice, voice_name: str | None) -> tuple[VoiceInfo, ...]:
    named = voice.named(voice_name) if voice.named and voice_name else ()
    try:
        return (*named, *voice.voices())
    except MissingEngineError:
        if not named:
            raise
        return named


def _refuse_days(requests: list[SpeechRequest]) -> None:
    characters = sum(len(request.text) for request in requests)
    if characters > _MOST_CHARACTERS:
        hours = characters / _CHARACTERS_PER_HOUR
        raise BudgetError(
            f"the narration would last {hours:.1f} hours",
            hint="split the article, or leave audio out with `--to`",
        )


def _sayable(part: Part, known: frozenset[str]) -> bool:
    return _is_speech(part) and bool({_primary(part.lang), _ANY_LANGUAGE} & known)


def _request(part: Part) -> SpeechRequest:
    stripped = len(part.spoken) - len(part.spoken.lstrip())
    phonemes = tuple((begin - stripped, end - stripped, ipa) for begin, end, ipa in part.phonemes)
    return SpeechRequest(part.spoken.strip(), part.lang, phonemes)


def _is_speech(part: Part) -> bool:
    return any(not _is_punctuation(sign) for sign in part.spoken)


def _is_punctuation(sign: str) -> bool:
    return sign.isspace() or (sign.isascii() and not sign.isalnum()) or sign in "…–—«»“”‘’„·،؛؟。、"


def _cue(unit: Unit, utterances: Iterator[Utterance], track: Track, known: frozenset[str]) -> Cue:
    track.pause(unit.pause_before_s)
    begin = track.begin_sound()
    said = []
    for part in unit.parts:
        if _sayable(part, known):
            said.append(_say(part, utterances, track))
            track.pause(BETWEEN_PARTS_S)
        elif _is_speech(part):
            said.append(_Said((), f"{UNSPOKEN}{part.lang}", exact=False))
    if track.length == begin:
        track.add(silence(_UNSAYABLE_S, track.sample_rate_hz))
    heard = tuple(word for item in said for word in item.words)
    exact = all(item.exact for item in said if item.words)
    voices = dict.fromkeys(item.voice for item in said)
    end = track.length
    track.pause(unit.pause_after_s)
    return Cue(
        id=unit.id,
        begin=begin,
        end=end,
        role=unit.role,
        text=unit.written,
        spoken=unit.spoken,
        lang=unit.lang,
        voice=" ".join(voices),
        level=unit.level,
        words=word_cues(unit.written, heard, end, exact=exact),
        unpronounced=tuple(form for item in said for form in item.unpronounced),
    )


def _say(part: Part, utterances: Iterator[Utterance], track: Track) -> _Said:
    """Record one part, its engine's silence trimmed from both ends."""
    utterance = next(utterances, None)
    if utterance is None:
        raise EngineError(f"the voice gave nothing for '{part.spoken.strip()[:40]}'")
    rate = utterance.sample_rate_hz
    first, last = audible(utterance.pcm, rate)
    if first == last:
        return _Said((), f"{UNSPOKEN}{part.lang}", exact=False)
    pcm = resample(utterance.pcm[2 * first : 2 * last], rate, track.sample_rate_hz)
    begin = track.add(pcm)
    if utterance.words is None:
        words = estimated(part, begin, track.length)
    else:
        words = _placed(part, utterance, first, begin, track)
    return _Said(
        written_words(part, words),
        utterance.voice,
        exact=utterance.words is not None,
        unpronounced=tuple(
            part.spoken[begin:end]
            for place, (begin, end, _) in enumerate(part.phonemes)
            if place not in utterance.pronounced
        ),
    )


def _placed(
    part: Part, utterance: Utterance, first: int, begin: int, track: Track
) -> tuple[SpokenWord, ...]:
    """The engine's words as samples of the track and characters of the part."""
    stripped = len(part.spoken) - len(part.spoken.lstrip())
    scale = track.sample_rate_hz / utterance.sample_rate_hz

    def sample(engine_sample: int) -> int:
        return min(max(begin, begin + round((engine_sample - first) * scale)), track.length)

    return tuple(
        SpokenWord(char_begin + stripped, char_end + stripped, sample(start), sample(end))
        for char_begin, char_end, start, end in utterance.words or ()
    )


def _verify(voice: Voice, cues: tuple[Cue, ...]) -> None:
    voices = {name for cue in cues for name in cue.voice.split()}
    if any(not name.startswith(UNSPOKEN) for name in voices):
        return
    words = next((cue.text for cue in cues if any(map(str.isalnum, cue.text))), "")
    if words:
        raise EngineError(
            f"the voice '{voice.name}' made only silence, for '{words.strip()[:40]}' first",
            hint="check the engine with `lisible doctor`, or choose another with `--voice`",
        )


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()
