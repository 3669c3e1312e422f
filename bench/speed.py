"""Measure what a reader of the terminal waits for: cold starts, ours and the peers'.

Each command runs in a fresh process and a fresh folder, several times; the median counts.
Seconds of CPU, children included, stand beside the wall clock: they say what a busy machine hides.
Exits 1 when one of our own commands takes longer than its limit.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ARTICLE = PROJECT / "examples" / "mali.txt"
LISIBLE = str(Path(sys.executable).with_name("lisible"))


@dataclass(frozen=True, slots=True)
class Case:
    """One command to measure; `limit_s` is what we promise, None for a peer."""

    title: str
    command: tuple[str, ...]
    limit_s: float | None = None


OURS = (
    Case("help", (LISIBLE, "--help"), 0.15),
    Case("the page", (LISIBLE, str(ARTICLE), "--to", "html", "-o", "out"), 0.6),
    Case("all editions, checked", (LISIBLE, str(ARTICLE), "-o", "out"), 4.0),
)
# On a cleaned article where they cannot take the raw one: that is to their advantage.
PEERS = (
    Case("pandoc, EPUB", ("pandoc", "--from=markdown", str(ARTICLE), "-o", "a.epub")),
    Case(
        "pandoc and WeasyPrint, PDF/UA",
        (
            *("pandoc", "--from=markdown", str(ARTICLE), "-o", "a.pdf"),
            *("--pdf-engine=weasyprint", "--pdf-engine-opt=--pdf-variant=pdf/ua-1"),
        ),
    ),
    Case("Calibre, EPUB", ("ebook-convert", str(ARTICLE), "a.epub")),
    Case("espeak-ng, WAV", ("espeak-ng", "-v", "fr", "-f", str(ARTICLE), "-w", "a.wav")),
)


def main() -> int:
    """Print the table; exit code 1 when a limit is exceeded."""
    parser = argparse.ArgumentParser(description="Measure cold starts.")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default 5)")
    runs = parser.parse_args().runs
    print(f"{'command':<32}{'wall s':>8}{'cpu s':>8}{'limit s':>9}")
    results = [report(case, runs) for case in (*OURS, *PEERS)]
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores, {runs} runs each")
    return 0 if all(results) else 1


def report(case: Case, runs: int) -> bool:
    """Measure one command and print its line; whether it kept its limit."""
    if shutil.which(case.command[0]) is None:
        print(f"{case.title:<32}{'not installed':>16}")
        return True
    try:
        measured = [measure(case.command) for _ in range(runs)]
    except subprocess.CalledProcessError as error:
        print(f"{case.title:<32}{'failed with exit code ' + str(error.returncode):>28}")
        return case.limit_s is None
    wall_s = statistics.median(wall for wall, _ in measured)
    cpu_s = statistics.median(cpu for _, cpu in measured)
    kept = case.limit_s is None or wall_s <= case.limit_s
    limit = "" if case.limit_s is None else f"{case.limit_s:.2f}"
    print(f"{case.title:<32}{wall_s:>8.2f}{cpu_s:>8.2f}{limit:>9}{'' if kept else '  over'}")
    return kept


def measure(command: tuple[str, ...]) -> tuple[float, float]:
    """Seconds on the wall clock and of CPU for one run in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        cpu_before_s, begin_s = _children_cpu_s(), time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return time.perf_counter() - begin_s, _children_cpu_s() - cpu_before_s


def _children_cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
