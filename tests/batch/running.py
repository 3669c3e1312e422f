"""Batches for tests: their articles, one run of them, and what it left."""

import msgspec

from render.batch.inputs import Inputs
from render.batch.run import Policy, run
from render.batch.seat import Seat
from render.batch.values import Settings


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
