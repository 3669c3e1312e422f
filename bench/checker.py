"""Measure the checker: the time of our own checks, and what they find in other programs' files.

The seed is built once. Then every program that is installed makes its own edition of our
page, and each file's findings are counted by code: `python bench/checker.py`. Exits 1 when
our own folder has a finding or takes more CPU than we promise.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import msgspec

PROJECT = Path(__file__).resolve().parent.parent
ARTICLE = PROJECT / "examples" / "mali.txt"
LISIBLE = str(Path(sys.executable).with_name("lisible"))
LIMIT_S = 1.0
RUNS = 5
CHROMIUM = ("--headless", "--no-sandbox", "--disable-gpu")


@dataclass(frozen=True, slots=True)
class Peer:
    """A program and its command; `{page}` and `{out}` stand for the files."""

    title: str
    file_name: str
    command: tuple[str, ...]


PEERS = (
    Peer(
        "WeasyPrint",
        "stock.pdf",
        ("weasyprint", "-q", "--pdf-variant", "pdf/ua-1", "{page}", "{out}"),
    ),
    Peer("Chromium", "chromium.pdf", ("chromium", *CHROMIUM, "--print-to-pdf={out}", "{page}")),
    Peer("pandoc", "pandoc.epub", ("pandoc", "{page}", "-o", "{out}")),
    Peer("calibre", "calibre.epub", ("ebook-convert", "{page}", "{out}", "--epub-version", "3")),
    Peer(
        "LibreOffice",
        "page.pdf",
        ("soffice", "--headless", "--convert-to", "pdf", "--outdir", "{folder}", "{page}"),
    ),
)


def main() -> int:
    """Print the times and the findings; 1 when a promise is broken."""
    with tempfile.TemporaryDirectory(prefix="lisible-bench-") as folder:
        place = Path(folder)
        subprocess.run([LISIBLE, str(ARTICLE), "-q", "-o", folder], check=True)
        ours = place / "mali"
        times = [timed((LISIBLE, "check", "--own", "-q", str(ours))) for _ in range(RUNS)]
        # The fastest: other programs make a run slower, and nothing makes it faster.
        wall_s, cpu_s = (min(each) for each in zip(*times, strict=True))
        found = findings(ours)
        spent = f"{wall_s:.2f} s, CPU {cpu_s:.2f} s"
        print(f"own checks of the seed's folder: {spent}, {len(found)} findings")
        page = place / "page.html"
        shutil.copy(ours / "mali.html", page)
        for peer in PEERS:
            compare(peer, page, place)
    return int(bool(found) or cpu_s > LIMIT_S)


def compare(peer: Peer, page: Path, folder: Path) -> None:
    """Let a program make its edition, and count what our checks find in it."""
    if shutil.which(peer.command[0]) is None:
        print(f"{peer.title}: not installed")
        return
    out = folder / peer.file_name
    names = {"page": str(page), "out": str(out), "folder": str(folder)}
    command = [part.format(**names) for part in peer.command]
    subprocess.run(command, check=False, capture_output=True, timeout=300)
    if not out.is_file():
        print(f"{peer.title}: made nothing")
        return
    counted = Counter(findings(out))
    told = ", ".join(f"{code} {count}" for code, count in sorted(counted.items()))
    print(f"{peer.title}: {told or 'nothing'}")


def findings(path: Path) -> list[str]:
    """The codes of all findings of our own checks."""
    command = [LISIBLE, "check", "--own", "--report", "json", "--fail-on", "never", str(path)]
    done = subprocess.run(command, check=True, capture_output=True)
    return [each["code"] for each in msgspec.json.decode(done.stdout)["findings"]]


def timed(command: tuple[str, ...]) -> tuple[float, float]:
    """Seconds by the clock, and of CPU with children."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    wall_s, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall_s, cpu_s


if __name__ == "__main__":
    sys.exit(main())
