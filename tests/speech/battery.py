"""The automatic battery: what must hold of any narration, and of any sound file made of it.

Each function gives what is wrong in words, so that one run over many articles tells all.
"""

import io
import math
from itertools import pairwise

import av
import numpy as np

from render.sound.limiter import true_peak
from render.sound.loudness import integrated
from render.sound.pcm import AUDIBLE, audible, longest_silence_s, resample, samples
from render.sound.wave_file import read_sound
from render.speech.chapters import chapters
from render.speech.narrate import UNSPOKEN

# The window around a cue's begin that is looked for in the decoded file, and how far.
WINDOW_S, REACH_S = 0.08, 0.004
# Written without spaces, so that nobody counts words by them.
UNSPACED = {"ja", "zh", "th", "lo", "km", "my"}


def narration_faults(narration, fewest_words=110):
    """Cues, words, pace, silences and level of the master sound."""
    return [
        *timing_faults(narration),
        *_pace_faults(narration, fewest_words),
        *_silence_faults(narration),
        *_level_faults(narration),
    ]


def timing_faults(narration):
    """Cues in order, and in each every word, in order and inside it."""
    return [*_cue_faults(narration), *_word_faults(narration)]


def file_faults(data, narration):
    """Length, timing at every cue, level and chapters of a sound file, as FFmpeg decodes it."""
    pcm, rate = read_sound(data, "the file")
    longer_s = len(pcm) / 2 / rate - narration.duration_s
    if abs(longer_s) > 0.05:
        yield f"{longer_s:+.3f} s longer than the narration"
    yield from _offset_faults(pcm, rate, narration)
    if abs(integrated(pcm, rate) + 19) > 0.5:
        yield f"{integrated(pcm, rate):.2f} LUFS once decoded"
    if (peak := true_peak(pcm)) > 10 ** (-1 / 20):
        yield f"a true peak of {20 * math.log10(peak):.2f} dBFS once decoded"
    with av.open(io.BytesIO(data)) as file:
        told = [
            (chapter["metadata"]["title"], round(1000 * chapter["start"] * base))
            for chapter in file.chapters()
            if (base := chapter["time_base"]) is not None
        ]
    if told != [(each.title, each.begin_ms) for each in chapters(narration)]:
        yield f"chapters {told}"


def offsets_s(pcm, rate, narration):
    """How much later each cue begins in a decoded file than in the narration, in seconds."""
    truth = samples(resample(narration.pcm, narration.sample_rate_hz, rate)).astype(np.float64)
    sound = samples(pcm).astype(np.float64)
    reach, width = round(REACH_S * rate), round(WINDOW_S * rate)
    for cue in narration.cues:
        begin = max(reach, round(cue.begin * rate / narration.sample_rate_hz))
        if begin + width + reach < min(sound.size, truth.size):
            wanted = truth[begin : begin + width]
            around = sound[begin - reach : begin + width + reach]
            yield (int(np.argmax(np.correlate(around, wanted, "valid"))) - reach) / rate


def _offset_faults(pcm, rate, narration):
    late = [offset for offset in offsets_s(pcm, rate, narration) if abs(offset) > 0.001]
    if late:
        yield f"{len(late)} cues off by up to {max(map(abs, late)) * 1000:.2f} ms"


def _cue_faults(narration):
    cues = narration.cues
    if not all(a.begin < a.end <= b.begin for a, b in pairwise(cues)):
        yield "cues out of order or overlapping"
    if not 0 <= cues[0].begin < cues[-1].end <= narration.sample_count:
        yield "a cue outside the sound"


def _word_faults(narration):
    for cue in narration.cues:
        covered = {n for word in cue.words for n in range(word.char_begin, word.char_end)}
        if UNSPOKEN in cue.voice:
            continue
        if not {n for n, sign in enumerate(cue.text) if sign.isalnum()} <= covered:
            yield f"a word without a time in '{cue.text}'"
        if any(a.end > b.begin for a, b in pairwise(cue.words)):
            yield f"words overlap in '{cue.text}'"
        if any(not cue.begin <= word.begin <= word.end <= cue.end for word in cue.words):
            yield f"a word outside its cue in '{cue.text}'"
        if not all(word.exact for word in cue.words):
            yield f"an estimated word in '{cue.text}'"


def _pace_faults(narration, fewest_words):
    if narration.cues[0].lang[:2] in UNSPACED:
        return
    words = sum(len(cue.spoken.split()) for cue in narration.cues)
    pace = words / narration.duration_s * 60
    if not fewest_words <= pace <= 210:
        yield f"{pace:.0f} words a minute"
    for cue in narration.cues:
        minutes = (cue.end - cue.begin) / narration.sample_rate_hz / 60
        if (count := len(cue.spoken.split())) >= 5 and not 60 <= count / minutes <= 400:
            yield f"{count / minutes:.0f} words a minute in '{cue.spoken}'"


def _silence_faults(narration):
    rate = narration.sample_rate_hz
    first, _ = audible(narration.pcm, rate)
    if first / rate > 0.3:
        yield f"{first / rate:.2f} s before the first sound"
    if (longest := longest_silence_s(narration.pcm, rate)) > 1.5:
        yield f"{longest:.2f} s without sound"
    share = _silent_share(narration.pcm, rate)
    if not 0.08 <= share <= 0.3:
        yield f"{share:.0%} of it is silence"


def _silent_share(pcm, rate):
    """The share of all pauses of a twentieth of a second or longer."""
    loud = np.flatnonzero(np.abs(samples(pcm).astype(np.int32)) > AUDIBLE)
    gaps = np.diff(np.concatenate(([0], loud, [len(pcm) // 2])))
    return float(gaps[gaps > 0.05 * rate].sum()) / (len(pcm) // 2)


def _level_faults(narration):
    pcm = narration.pcm
    if abs(integrated(pcm, narration.sample_rate_hz) + 19) > 0.5:
        yield f"{integrated(pcm, narration.sample_rate_hz):.2f} LUFS"
    if (peak := true_peak(pcm)) > 10 ** (-3 / 20):
        yield f"a true peak of {20 * math.log10(peak):.2f} dBFS"
    rms = math.sqrt(float(np.mean(np.square(samples(pcm).astype(np.float64))))) / 32768
    if not -23 <= 20 * math.log10(rms) <= -18:
        yield f"an RMS of {20 * math.log10(rms):.1f} dBFS"
