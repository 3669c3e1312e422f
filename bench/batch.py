"""Measure a batch: workers, second runs, kills, memory, the cost of chunks.

    python bench/batch.py pairs     two workers against one, pair by pair
    python bench/batch.py again     a second run where nothing changed
    python bench/batch.py warm      html, pdf and epub in a warm worker against WeasyPrint's command
    python bench/batch.py kills     kill -9 at random moments, then resume: the same bytes
    python bench/batch.py crowd     eight processes on one cache and one output: no damage
    python bench/batch.py poison    a hundred articles of which five break: five named, exit 5
    python bench/batch.py many      ten thousand small articles: memory of workers and parent
    python bench/batch.py dask      the same bytes as the local run, and the overhead of chunks

Seconds of CPU stand beside the wall clock: they say what a busy machine hides.
Each exits 1 when its limit is exceeded; limits on the wall clock need quiet cores.
"""

import argparse
import hashlib
import os
import random
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
ARTICLE = PROJECT / "examples" / "mali.txt"
LISIBLE = str(Path(sys.executable).with_name("lisible"))
# An installed program is compiled once, not by each of its processes.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def main() -> int:
    """Run one measurement; exit code 1 when its limit is exceeded."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measure", choices=MEASURES)
    parser.add_argument("--count", type=int, default=0, help="articles, pairs or kills")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lisible-bench-") as folder:
        kept = MEASURES[given.measure](Path(folder), given.count)
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    return 0 if kept else 1


def pairs(folder: Path, count: int) -> bool:
    """Articles a second with two workers over those with one, median of pairs."""
    # Enough that starting the workers, which nothing shares, is 1 % of the time.
    articles(folder / "in", 300)
    ratios = []
    for number in range(count or 5):
        seconds = {}
        for workers in ("1", "2") if number % 2 else ("2", "1"):
            wall_s, cpu_s = timed(folder, "-j", workers, "--no-cache")
            shutil.rmtree(folder / "out")
            seconds[workers] = wall_s
            print(f"  {workers} worker(s): {wall_s:.2f} s, {cpu_s:.2f} s of CPU")
        ratios.append(seconds["1"] / seconds["2"])
    ratio = statistics.median(ratios)
    print(f"two workers against one: {ratio:.2f} times the articles a second (at least 1.9)")
    return ratio >= 1.9


def again(folder: Path, count: int) -> bool:
    """CPU of a second run, nothing changed, over that of the first."""
    articles(folder / "in", count or 200)
    options = ("--to", "html,pdf,epub", "--cache", str(folder / "cache"))
    first_s, second_s = (timed(folder, *options)[1] for _ in range(2))
    print(f"first {first_s:.2f} s of CPU, second {second_s:.2f} s: {second_s / first_s:.2%} (1 %)")
    return second_s <= 0.01 * first_s


def warm(folder: Path, count: int) -> bool:
    """CPU of html, pdf and epub of the seed in a warm worker over WeasyPrint's own command.

    Pair by pair, with the narration in the EPUB (of the silent voice, which costs levelling
    and encoding alone) and without. The limit is for what WeasyPrint's command makes: no sound.
    """
    from render.batch.seat import Seat

    page = folder / "page.html"
    command(folder, ARTICLE, "--to", "html", "-o", folder / "page")
    page.write_bytes((folder / "page" / "mali" / "mali.html").read_bytes())
    weasyprint = str(Path(LISIBLE).with_name("weasyprint"))
    seat = Seat()
    found: dict[str, list[float]] = {"sound": [], "text": [], "theirs": []}
    for round_number in range(1 + (count or 7)):
        once = {
            "theirs": cpu_of(lambda: command(folder, page, folder / "p.pdf", program=weasyprint)),
            "text": warm_s(seat, folder, "epub.embed_audio=false"),
            "sound": warm_s(seat, folder),
        }
        if round_number:  # the first one warms the worker up
            for name, seconds in once.items():
                found[name].append(seconds)
    seat.close()
    theirs = statistics.median(found["theirs"])
    print(f"weasyprint page.html page.pdf: {theirs:.3f} s of CPU")
    ratios = {}
    for name, title in (("text", "without sound"), ("sound", "with sound in the EPUB")):
        pairs = zip(found[name], found["theirs"], strict=True)
        ratios[name] = statistics.median(ours / other for ours, other in pairs)
        print(
            f"warm html + pdf + epub {title}, checked, published: "
            f"{statistics.median(found[name]):.3f} s of CPU, ratio {ratios[name]:.3f}"
        )
    print("without sound at most 0.12")
    return ratios["text"] <= 0.12


def warm_s(seat: Any, folder: Path, *options: str) -> float:  # noqa: ANN401 (heavy to import)
    """CPU of the worker for the seed, the mean of five: the system counts in hundredths.

    Each time under another title, as no worker meets an article twice: what it remembers
    of one, as its cover, must not count.
    """
    from render.batch.values import Item, Order, Settings

    settings = Settings(
        output=str(folder / "out"),
        to=("html", "pdf", "epub"),
        voice="silent",
        renderers=options,
    )
    orders = []
    for _ in range(5):
        name = f"mali-{len(list(folder.glob('*.txt')))}"
        path = folder / f"{name}.txt"
        path.write_text(ARTICLE.read_text().replace("Après des mois", f"Après {name[5:]} mois", 1))
        orders.append(Order(item=Item(name, str(path), name), settings=settings))
    before = living_cpu_s()
    for order in orders:
        outcome = seat.make(order)
        assert outcome.state == "done", outcome.failures
    return (living_cpu_s() - before) / 5


def kills(folder: Path, count: int) -> bool:
    """How many of the batches killed at a random moment resume to the bytes of a whole run."""
    articles(folder / "in", 8)
    options = ("--to", "html,epub", "--voice", "silent")
    whole_s = timed(folder, *options)[0]
    whole = bytes_of(folder / "out")
    same, chance = 0, random.Random(8)
    for number in range(count or 100):
        shutil.rmtree(folder / "out")
        started = subprocess.Popen(
            batch(folder, *options, "--no-cache"),
            cwd=folder,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0, whole_s))
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        started.wait()
        timed(folder, *options, "--resume")
        left = [*(folder / "out" / ".lisible" / "staging").iterdir()]
        if bytes_of(folder / "out") != whole:
            print(f"  kill {number + 1} left other bytes")
        elif left:
            print(f"  kill {number + 1} left {left}")
        else:
            same += 1
    print(f"{same} of {count or 100} kills resumed to the same bytes")
    return same == (count or 100)


def crowd(folder: Path, count: int) -> bool:
    """Whether processes that share a cache and an output make each article once, undamaged."""
    articles(folder / "in", 40)
    options = ("--to", "html,epub", "--voice", "silent")
    timed(folder, *options, "--no-cache")
    whole = bytes_of(folder / "out")
    shutil.rmtree(folder / "out")
    command = batch(folder, *options, "--cache", str(folder / "cache"), "-j", "1")
    started = [
        subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for _ in range(count or 8)
    ]
    told = [process.communicate()[0].decode().partition(".")[0] for process in started]
    codes = {process.returncode for process in started}
    same = bytes_of(folder / "out") == whole
    print(*told, sep="\n")
    print(f"exit codes {codes}; the same bytes as one process alone: {same}")
    return same and codes == {0}


def poison(folder: Path, count: int) -> bool:
    """Whether five articles that break cost five, each named, and exit code 5."""
    sys.path.insert(0, str(PROJECT))
    from tests.batch.running import install_fragile

    site = install_fragile(Path(tempfile.mkdtemp(dir=folder)))
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(site), os.getenv("PYTHONPATH")]))
    articles(folder / "in", count or 100)
    paths = sorted((folder / "in").rglob("*.txt"))
    broken = dict(
        zip(paths[7 :: len(paths) // 5], ("CRASH", "HANG", "GREED", "FAULT"), strict=False)
    )
    for path, title in broken.items():
        path.write_text(f"{title}\n\n{path.read_text()}")
    paths[-1].write_bytes(b"")
    broken[paths[-1]] = "nothing in it"
    options = ("--to", "html,fragile", "--time-limit", "fragile=5", "--time-limit", "read=10")
    begin_s = time.perf_counter()
    done = subprocess.run(batch(folder, *options), cwd=folder, capture_output=True, check=False)
    wall_s = time.perf_counter() - begin_s
    named = [name for name in broken if name.name in done.stderr.decode()]
    held = len(list((folder / "out" / "quarantine").rglob("reason.txt")))
    print(done.stdout.decode() + done.stderr.decode())
    print(f"{len(named)} of 5 named, {held} in quarantine, exit {done.returncode}, {wall_s:.0f} s")
    good = f"{len(paths) - 5} made, 5 failed" in done.stdout.decode()
    return good and len(named) == held == done.returncode == 5


def many(folder: Path, count: int) -> bool:
    """Growth of the workers' peak memory over a long batch, and the parent's peak."""
    from render.batch.receipts import receipts

    articles(folder / "in", count or 10_000)
    wall_s, cpu_s = timed(folder, "--to", "html", "--no-cache", "-q")
    parent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    done = sorted(receipts(folder / "out"), key=lambda each: each.name)
    edge = max(1, len(done) // 10)
    first = max(each.peak_memory_bytes for each in done[:edge]) / 1e6
    last = max(each.peak_memory_bytes for each in done[-edge:]) / 1e6
    print(f"{len(done)} articles in {wall_s:.0f} s, {cpu_s / len(done):.3f} s of CPU each")
    print(f"peak of a worker: first tenth {first:.0f} MB, last tenth {last:.0f} MB (+5 %)")
    print(f"largest process of the run: {parent:.0f} MB (parent at most 300)")
    return last <= 1.05 * first and parent <= 300


def dask(folder: Path, count: int) -> bool:
    """The bytes of a run on a cluster of this machine, and the CPU of Dask beside the articles.

    Dask does not reap the workers that make articles, so that its own CPU is what is seen. Its
    start is in a run of one chunk too, and so left out.
    """
    numbers = {"few": 20, "all": count or 220}
    for name, number in numbers.items():
        articles(folder / name / "in", number)
    seconds, made = {}, {}
    for executor in ("local", "dask"):
        for name, number in numbers.items():
            here = folder / name
            options = ("--to", "html,pdf,epub", "--no-cache", "-j", "1", "--executor", executor)
            seconds[executor, name] = timed(here, *options)
            made[executor, name] = bytes_of(here / "out")
            shutil.rmtree(here / "out")
            taken = "{:.1f} s, {:.2f} s of CPU".format(*seconds[executor, name])
            print(f"  {executor}, {number} articles: {taken}")
    same = all(made["local", name] == made["dask", name] for name in numbers)
    wall_s, cpu_s = (
        tuple(seconds[each, "all"][kind] - seconds[each, "few"][kind] for each in ("dask", "local"))
        for kind in (0, 1)
    )
    overhead = cpu_s[0] / cpu_s[1]
    print(f"the same bytes: {same}; Dask beside the articles: {overhead:.1%} of CPU (at most 2 %)")
    print(f"on the clock {wall_s[0] / wall_s[1] - 1:+.1%}")
    return same and overhead <= 0.02


MEASURES: dict[str, Callable[[Path, int], bool]] = {
    "pairs": pairs,
    "again": again,
    "warm": warm,
    "kills": kills,
    "crowd": crowd,
    "poison": poison,
    "many": many,
    "dask": dask,
}


def articles(folder: Path, count: int) -> None:
    """Write small articles, no two alike."""
    for number in range(count):
        path = folder / f"{number // 1000:02}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"Report number {number} on the state of the harbour\n\n"
            f"The harbour of town {number} was dredged again this year, the council said.\n"
            f"It took {number % 90 + 2} days and cost less than planned.\n\n"
            "Ships of every size can enter at high tide, and most of them at low tide too.\n"
        )


def batch(folder: Path, *options: str) -> list[str]:
    """The command of a batch over the articles in `folder`."""
    return [LISIBLE, "batch", str(folder / "in"), "-o", str(folder / "out"), "--plain", *options]


def timed(folder: Path, *options: str) -> tuple[float, float]:
    """Seconds on the wall clock and of CPU for one batch."""
    begin_s, cpu_s = time.perf_counter(), children_cpu_s()
    done = subprocess.run(batch(folder, *options), cwd=folder, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    return time.perf_counter() - begin_s, children_cpu_s() - cpu_s


def command(folder: Path, *arguments: object, program: str = LISIBLE) -> None:
    """Run a program to its end, whatever findings it has."""
    subprocess.run([program, *map(str, arguments)], cwd=folder, capture_output=True, check=False)


def cpu_of(work: Callable[[], None]) -> float:
    """Seconds of CPU that the processes of a piece of work took."""
    before = children_cpu_s()
    work()
    return children_cpu_s() - before


def children_cpu_s() -> float:
    """Seconds of CPU of all ended children."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def living_cpu_s() -> float:
    """Seconds of CPU of the living children; Linux only."""
    ours, ticks = str(os.getpid()), 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if fields[1] == ours:
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def bytes_of(output: Path) -> dict[str, str]:
    """A hash of every published file, by path; not of what runs say of themselves."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and ".lisible" not in path.parts
    }


if __name__ == "__main__":
    sys.exit(main())
