"""Batches for tests: a format that breaks, articles, one run of them, and what it left."""

import msgspec

from render.batch.inputs import Inputs
from render.batch.run import Policy, run
from render.batch.seat import Seat
from render.batch.values import Settings

# What an article's title says is what happens to it.
FRAGILE = """
import os, pathlib, time
from render.plugins import Artefact, Renderer
from render.model.walk import plain_text

def render(job):
    title = plain_text(job.article.meta.title)
    if "CRASH" in title:
        os.write(2, b"engine: out of ideas\\n")
        os.abort()
    if "HANG" in title:
        time.sleep(60)
    if "GREED" in title:
        bytearray(6_000_000_000)
    if "FAULT" in title:
        raise KeyError("no such thing")
    marker = pathlib.Path(os.environ.get("FLAKY_MARKER", "/"))
    if ("FLAKY" in title or "ORPHAN" in title) and not marker.exists():
        marker.write_text("")
        if "FLAKY" in title:
            os.abort()
        os.kill(os.getppid(), 9)
        time.sleep(60)
    return Artefact(f"{job.slug}.fragile", "text/x-fragile", title.encode())

RENDERER = Renderer("fragile", "fragile", ".fragile", "text/x-fragile", render)
"""


def install_fragile(site):
    """Install the format that breaks into a folder, as pip would; gives the folder."""
    (site / "fragile_format.py").write_text(FRAGILE)
    info = site / "fragile-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fragile\nVersion: 1\n")
    (info / "entry_points.txt").write_text(
        "[render.renderers]\nfragile = fragile_format:RENDERER\n"
    )
    return site


def write_articles(folder, titles):
    """An article of each title, one file each; one without a title is empty."""
    folder.mkdir(exist_ok=True)
    for number, title in enumerate(titles):
        text = f"{title}\n\nA long enough sentence, with number {number}, stands here.\n"
        (folder / f"{number:03}.txt").write_text(text if title else "")
    return folder


def run_batch(folder, executor, policy=Policy(), **changed):  # noqa: B008
    """Run a batch over a folder; gives the tally, and the outcome of each article by its id."""
    settings = Settings(
        output=str(folder.parent / "out"),
        to=("fragile",),
        voice="silent",
        reading={"lang": "en"},
        fingerprint="one",
    )
    settings = msgspec.structs.replace(settings, **changed)
    heard = {}

    def hear(tally, outcome):
        if outcome is not None:
            heard[outcome.item.id] = outcome

    items = Inputs((str(folder),), settings.output).items()
    tally = run(items, settings, executor, policy, hear)
    return tally, heard


def read_content(out):
    """The bytes of every edition in an output, by path; not what a run says of itself."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and ".lisible" not in path.parts
    }


class OneWorker:
    """An executor whose worker outlives its batches: starting one takes half a second."""

    def __init__(self):
        self.seat = Seat()

    def outcomes(self, orders):
        for order in orders:
            yield order, self.seat.make(order)

    def alone(self, order):
        return Seat().make_alone(order)
