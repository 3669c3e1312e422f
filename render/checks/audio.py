"""Sound files: they open, agree with each other and the text, and sound as loud as they should."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from render.errors import EngineError
from render.findings import Finding, Place, Severity
from render.inspection import by_article
from render.plugins import Check, CheckedFile, Subject, Verdict
from render.sound.limiter import true_peak
from render.sound.loudness import SILENCE_LUFS, TARGET_LUFS, integrated
from render.sound.pcm import longest_silence_s
from render.sound.wave_file import decode
from render.spool import Spool

if TYPE_CHECKING:
    from av.container import InputContainer

_SOUND = ("audio/mpeg", "audio/mp4", "audio/ogg", "audio/flac", "audio/wav")
_TIMED_TEXT = ("text/vtt", "application/x-subrip")
_TOLERANCE_MS = 50
_LOUDNESS_TOLERANCE_LU = 0.5
# Under it, gating has too few blocks to say much.
_SHORTEST_MEASURED_S = 3.0
_HIGHEST_PEAK_DBFS = -1.0
_LONGEST_SILENCE_S = 1.5
_TIME = r"(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})"
_CUE = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}")
_STAMP = re.compile(rf"<{_TIME}>")


@dataclass(frozen=True, slots=True)
class _Facts:
    file: CheckedFile
    duration_ms: int
    heard_ms: int
    chapters: tuple[tuple[str, int], ...]


def _run(subject: Subject) -> Verdict:
    files = tuple(file for file in subject.files if file.media_type in (*_SOUND, *_TIMED_TEXT))
    findings = [finding for group in by_article(files) for finding in _group(group)]
    names = tuple(file.name for file in files)
    return Verdict("audio", "Lisible audio", "", "ran", names, tuple(findings))


def _group(group: tuple[CheckedFile, ...]) -> Iterator[Finding]:
    """Findings in the editions of one article, whose sound is one narration."""
    facts: list[_Facts] = []
    for file in group:
        if file.media_type in _SOUND:
            try:
                facts.append(_facts(file))
            except EngineError as error:
                yield _error("AUDIO-001", file, error.message)
    yield from _disagreements(facts)
    for fact in facts:
        yield from _end_faults(fact)
        yield from _chapter_faults(fact)
    # One is enough: all are made from the same samples.
    for fact in facts[:1]:
        yield from _sound_faults(fact)
    shortest = min((fact.duration_ms for fact in facts), default=None)
    for file in group:
        if file.media_type in _TIMED_TEXT:
            yield from _text_faults(file, shortest)


def _facts(file: CheckedFile) -> _Facts:
    import av  # heavy

    try:
        with av.open(io.BytesIO(file.data), "r") as container:
            if not container.streams.audio:
                raise EngineError("there is no sound in it")
            duration_ms, chapters = _duration_ms(container), _chapters(container)
            return _Facts(file, duration_ms, _heard_ms(container), chapters)
    except av.FFmpegError as error:
        raise EngineError(f"it does not open: {error.strerror}") from error


def _duration_ms(container: InputContainer) -> int:
    stream = container.streams.audio[0]
    if stream.duration is None or stream.time_base is None:
        return round((container.duration or 0) / 1000)
    return round(1000 * stream.duration * stream.time_base)


def _heard_ms(container: InputContainer) -> int:
    """What is really there, whatever the header says."""
    stream = container.streams.audio[0]
    base = stream.time_base or 0
    return round(1000 * base * sum(packet.duration or 0 for packet in container.demux(stream)))


def _chapters(container: InputContainer) -> tuple[tuple[str, int], ...]:
    return tuple(
        (chapter["metadata"].get("title", ""), round(1000 * chapter["start"] * base))
        for chapter in container.chapters()
        if (base := chapter["time_base"]) is not None
    )


def _disagreements(facts: list[_Facts]) -> Iterator[Finding]:
    if not facts:
        return
    # MP3 counts whole frames and Opus its pre-skip: the shortest is the truth.
    shortest = min(facts, key=lambda fact: fact.duration_ms)
    for fact in facts:
        if fact.duration_ms - shortest.duration_ms > 2 * _TOLERANCE_MS:
            lengths = f"{fact.duration_ms / 1000:.2f} s, {shortest.duration_ms / 1000:.2f} s"
            yield _error("AUDIO-002", fact.file, f"longer than {shortest.file.name}: {lengths}")
        if [title for title, _ in fact.chapters] != [title for title, _ in facts[0].chapters]:
            yield _error("AUDIO-003", fact.file, f"not the chapters of {facts[0].file.name}")


def _end_faults(fact: _Facts) -> Iterator[Finding]:
    if fact.heard_ms < fact.duration_ms - 2 * _TOLERANCE_MS:
        lengths = f"after {fact.heard_ms / 1000:.2f} of {fact.duration_ms / 1000:.2f} s"
        yield _error("AUDIO-001", fact.file, f"it breaks off {lengths}")


def _chapter_faults(fact: _Facts) -> Iterator[Finding]:
    begins = [begin for _, begin in fact.chapters]
    if begins and begins[0] != 0:
        yield _error("AUDIO-003", fact.file, f"the first chapter begins at {begins[0]} ms")
    if any(a >= b for a, b in pairwise(begins)) or (begins and begins[-1] >= fact.duration_ms):
        yield _error("AUDIO-003", fact.file, "chapters are out of order or after the end")


def _sound_faults(fact: _Facts) -> Iterator[Finding]:
    with Spool() as sound:
        try:
            sample_rate_hz = decode(fact.file.data, "it", sound)
        except EngineError as error:
            yield _error("AUDIO-001", fact.file, error.message)
            return
        yield from _level_faults(fact.file, sound.view(), sample_rate_hz)


def _level_faults(file: CheckedFile, pcm: memoryview, sample_rate_hz: int) -> Iterator[Finding]:
    if len(pcm) / 2 / sample_rate_hz >= _SHORTEST_MEASURED_S:
        loudness = integrated(pcm, sample_rate_hz)
        if abs(loudness - TARGET_LUFS) > _LOUDNESS_TOLERANCE_LU:
            said = "silence" if loudness == SILENCE_LUFS else f"{loudness:.1f} LUFS"
            yield _error("AUDIO-004", file, f"{said}, not {TARGET_LUFS:g} LUFS")
    peak = true_peak(pcm)
    if peak and 20 * math.log10(peak) > _HIGHEST_PEAK_DBFS:
        yield _error("AUDIO-005", file, f"a true peak of {20 * math.log10(peak):+.1f} dBFS")
    if (silence := longest_silence_s(pcm, sample_rate_hz)) > _LONGEST_SILENCE_S:
        yield _error("AUDIO-007", file, f"{silence:.1f} s without sound")


def _text_faults(file: CheckedFile, duration_ms: int | None) -> Iterator[Finding]:
    text = file.data.decode("utf-8", "replace")
    yield from _format_faults(file, text)
    cues = [(_ms(match.groups()[:4]), _ms(match.groups()[4:])) for match in _CUE.finditer(text)]
    for begin, end in cues:
        if begin >= end:
            yield _error("AUDIO-006", file, f"the cue at {begin} ms ends before it begins")
    for (_, end), (begin, _) in pairwise(cues):
        if begin < end:
            yield _error("AUDIO-006", file, f"the cue at {begin} ms begins before {end} ms")
    yield from _word_faults(file, text)
    if cues and duration_ms is not None and cues[-1][1] > duration_ms + _TOLERANCE_MS:
        yield _error("AUDIO-006", file, f"the last cue ends at {cues[-1][1]} ms, after the sound")


def _word_faults(file: CheckedFile, text: str) -> Iterator[Finding]:
    """Times inside a cue: each later than the one before, all inside the cue (WebVTT 4.2)."""
    for block in re.split(r"\n\s*\n", text):
        cue = _CUE.search(block)
        if cue is None:
            continue
        times = [_ms(cue.groups()[:4])]
        times += [_ms(stamp.groups()) for stamp in _STAMP.finditer(block, cue.end())]
        times.append(_ms(cue.groups()[4:]))
        if len(times) > 2 and any(a >= b for a, b in pairwise(times)):
            yield _error(
                "AUDIO-006", file, f"the words of the cue at {times[0]} ms are not in order"
            )


def _format_faults(file: CheckedFile, text: str) -> Iterator[Finding]:
    if file.media_type == "text/vtt" and not re.match(r"\ufeff?WEBVTT([ \t\n\r]|$)", text):
        yield _error("AUDIO-008", file, "it does not begin with WEBVTT")
    for number, line in enumerate(text.splitlines(), 1):
        if "-->" in line and not _CUE.match(line.strip()):
            yield _error("AUDIO-008", file, f"line {number} is no time: «{line.strip()[:40]}»")


def _ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _error(code: str, file: CheckedFile, message: str) -> Finding:
    return Finding(code, Severity.ERROR, message, where=Place(file.name))


CHECK = Check(name="audio", media_types=(*_SOUND, *_TIMED_TEXT), run=_run)
