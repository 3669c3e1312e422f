"""What listening costs: processor seconds from an article to every audio format, by stage.

Beside it, the `espeak-ng` command on the same words, where it is installed. The best of
several rounds, as the machine may be busy. Run from the checkout: `python bench/speech.py`.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from render import plugins
from render.cover import art
from render.plugins import Job, SpeechRequest
from render.preparation import prepare
from render.reading import ReadOptions, Source
from render.sound import encoding
from render.sound.loudness import levelled
from render.sound.once import Once
from render.speech import narrate, plan
from render.theme import load

ARTICLE = Path(__file__).resolve().parent.parent / "examples" / "mali.txt"
ROUNDS = 5
WORDS_PER_MINUTE = 165
FORMATS = ("mp3", "m4b", "vtt", "opus", "flac", "wav", "srt", "daisy", "lpf")


def main() -> None:
    """Print the tables."""
    # Installed packages are compiled; a checkout must be too, or every child compiles it again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    source = Source(ARTICLE.read_bytes(), ARTICLE.name)
    article = prepare(plugins.find("readers", "text").read(source, ReadOptions()).article).article
    voice = plugins.find("voices", "espeak")
    units = plan(article)
    requests = [SpeechRequest(part.spoken, part.lang) for unit in units for part in unit.parts]
    narration = narrate(article, voice)
    job = Job(article, "mali", load("default"), "1980-01-01T00:00:00Z", narration=narration)

    print(f"{narration.duration_s:.1f} s of sound, {len(narration.cues)} cues")
    engine = _best(lambda: list(voice.speak(requests, None, WORDS_PER_MINUTE)))
    _row("words to PCM with times, process and all", engine)
    if shutil.which("espeak-ng"):
        text = "\n".join(request.text for request in requests)
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write(text)
            file.flush()
            command = _best(partial(_espeak_command, file.name))
        _row("the same by the espeak-ng command", command, f"ratio {engine / command:.2f}")
    _row("speech plan", _best(lambda: plan(article)))
    _row("levelling", _best(lambda: levelled(narration.pcm, narration.sample_rate_hz)))
    whole = _best(lambda: narrate(article, voice))
    _row("article to narration, all of the above", whole)
    costs = [_formats(job) for _ in range(ROUNDS)]
    for index, name in enumerate(FORMATS):
        seconds = min(cost[index] for cost in costs)
        whole += seconds
        _row(f"narration to {name}", seconds)
    _row("article to all audio formats", whole)


def _formats(job: Job) -> list[float]:
    """One build of all formats; those that share sound find it coded by the first."""
    # As in a new process.
    encoding._mp3_files = Once(64_000_000)  # noqa: SLF001
    art._drawn = Once(4_000_000)  # noqa: SLF001
    costs = []
    for name in FORMATS:
        before = _cpu_s()
        plugins.find("renderers", name).render(job)
        costs.append(_cpu_s() - before)
    return costs


def _row(name: str, seconds: float, note: str = "") -> None:
    print(f"{name:42} {seconds:6.2f} CPU s  {note}".rstrip())


def _espeak_command(path: str) -> None:
    command = ["espeak-ng", "-v", "fr", "-s", str(WORDS_PER_MINUTE), "-f", path, "-w", "/dev/null"]
    subprocess.run(command, check=True)


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        before = _cpu_s()
        work()
        times.append(_cpu_s() - before)
    return min(times)


def _cpu_s() -> float:
    """Of this process and all its children that have ended."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    main()
