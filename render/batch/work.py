"""Inside a worker: one article read, built, published and receipted."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import os
import sys
import threading
import time
import traceback
from pathlib import Path

import msgspec

from render.batch.claims import claimed
from render.batch.receipts import (
    asset_hashes,
    fingerprint,
    input_hash,
    published,
    read_receipt,
    receipt_path,
    staging_folder,
    still_valid,
    write_receipt,
)
from render.batch.values import FormatFailure, Found, Judged, Order, Outcome, Receipt
from render.cache import NOTHING_REMEMBERED, Memory, Store
from render.cage import engines_here
from render.errors import EngineError, RenderError
from render.findings import Finding
from render.pipeline import Build, BuildOptions, build, deliver, open_file, read
from render.pipeline.production import Failure
from render.pipeline.progress import AtTheEnd
from render.pipeline.settings import renderer_options
from render.reading import ReadOptions
from render.report import Report


def make(payload: bytes) -> bytes:
    """Carry out one order; called through the cage, with msgpack in and out."""
    _end_with_parent()
    order = msgspec.msgpack.decode(payload, type=Order)
    output = Path(order.settings.output)
    with contextlib.ExitStack() as held:
        if not order.trial and not held.enter_context(
            claimed(output, order.item.name, wait=order.wait)
        ):
            return msgspec.msgpack.encode(Outcome(state="busy", item=order.item))
        if not (order.trial or order.even_if_valid) and _is_made(order, output):
            return msgspec.msgpack.encode(Outcome(state="busy", item=order.item))
        if order.engines_here:
            held.enter_context(engines_here())
        return msgspec.msgpack.encode(_outcome(order))


def _is_made(order: Order, output: Path) -> bool:
    """Whether another run made the article since it was listed."""
    receipt = read_receipt(receipt_path(output, order.item.name))
    return receipt is not None and still_valid(receipt, order.item, order.settings)


def _outcome(order: Order) -> Outcome:
    begin = time.perf_counter()
    try:
        return _made(order, begin)
    except RenderError as error:
        failures, log = (*order.lost, _failure("", error)), ""
    except MemoryError:
        raise  # the cage names the limit
    except Exception as error:  # noqa: BLE001 (the border of the worker)
        kind = EngineError(f"internal error, {type(error).__name__}: {error}")
        failures, log = (*order.lost, _failure("", kind)), traceback.format_exc()
    return Outcome(
        state="failed",
        item=order.item,
        attempt=order.attempt,
        failures=failures,
        worst="error",
        seconds=time.perf_counter() - begin,
        log=log,
    )


def _made(order: Order, begin: float) -> Outcome:
    item, settings = order.item, order.settings
    stages: dict[str, float] = {}
    timed = AtTheEnd(lambda event: stages.update({event.stage: round(event.seconds, 4)}))
    # Before reading: a file that changes while it is read makes its receipt invalid.
    sha256 = input_hash(item)
    source, folder = open_file(item.opened)
    said = settings.reading | item.reading
    reading = read(
        source, _read_options(order, said), reader=said.get("reader"), folder=folder, progress=timed
    )
    made = build(reading, Path(item.name).name, _build_options(order), timed)
    made = _with_lost(made, order)
    failures = tuple(_failure(failure.renderer, failure.error) for failure in made.failures)
    worst = made.worst.label if made.worst else ""
    if order.trial:
        if not made.artefacts:
            raise made.failures[0].error
    else:
        receipt = Receipt(
            id=item.id,
            name=item.name,
            state="partial" if failures else "done",
            attempt=order.attempt,
            input_sha256=sha256,
            assets=asset_hashes(reading.article, folder),
            fingerprint=fingerprint(item, settings),
            tools=settings.tools,
            failures=failures,
            worst=worst,
        )
        _publish(made, receipt, order, stages, begin)
    return Outcome(
        state="partial" if failures else "done",
        item=item,
        attempt=order.attempt,
        failures=failures,
        worst=worst,
        seconds=time.perf_counter() - begin,
    )


def _with_lost(made: Build, order: Order) -> Build:
    """The build with the formats that were given up before."""
    lost = tuple(_given_up(failure) for failure in order.lost)
    return dataclasses.replace(made, failures=(*lost, *made.failures))


def _publish(
    made: Build, receipt: Receipt, order: Order, stages: dict[str, float], begin: float
) -> None:
    """Put the editions in place, and then the receipt with what is known only now."""
    output = Path(order.settings.output)
    target = output / order.item.name
    report = deliver(made, order.item.path, target, staging_folder(output))
    manifest, files = published(target)
    whole = msgspec.structs.replace(
        receipt,
        manifest_sha256=manifest,
        files=files,
        verdicts=_judged(report),
        findings=_found(report),
        stages=stages,
        seconds=round(time.perf_counter() - begin, 4),
        peak_memory_bytes=peak_memory_bytes(),
    )
    write_receipt(whole, output)


def _read_options(order: Order, said: dict[str, str]) -> ReadOptions:
    settings = order.settings
    return ReadOptions(
        keep_all=settings.keep_all,
        encoding_errors=settings.encoding_errors,
        **{key: value for key, value in said.items() if key != "reader"},
    )


def _build_options(order: Order) -> BuildOptions:
    settings = order.settings
    lost = {failure.format for failure in order.lost}
    memory = NOTHING_REMEMBERED
    if settings.cache is not None:
        memory = Memory(Store(Path(settings.cache)), settings.program)
    return BuildOptions(
        to=tuple(name for name in settings.to if name not in lost),
        theme=settings.theme,
        voice=settings.voice,
        words_per_minute=settings.words_per_minute,
        certifier=settings.certifier,
        renderer_options=_renderer_options(settings.renderers),
        source_date_epoch=settings.source_date_epoch,
        memory=memory,
        # The other cores have articles of their own.
        at_once=False,
    )


@functools.lru_cache(maxsize=4)
def _renderer_options(settings: tuple[str, ...]) -> dict[str, object]:
    return renderer_options(settings)


def _failure(format_name: str, error: RenderError) -> FormatFailure:
    return FormatFailure(format_name, type(error).__name__, error.message, error.hint)


def _given_up(failure: FormatFailure) -> Failure:
    return Failure(failure.format, EngineError(failure.message, hint=failure.hint))


def _judged(report: Report) -> tuple[Judged, ...]:
    return tuple(
        Judged(
            verdict.check,
            verdict.tool,
            verdict.version,
            verdict.state,
            sum(finding.severity.label == "error" for finding in verdict.findings),
            len(verdict.findings),
        )
        for verdict in report.verdicts
    )


def _found(report: Report) -> tuple[Found, ...]:
    by_code: dict[str, list[Finding]] = {}
    for finding in report.everything:
        by_code.setdefault(finding.code, []).append(finding)
    return tuple(
        Found(code, each[0].severity.label, len(each), each[0].message, str(each[0].where))
        for code, each in by_code.items()
    )


def peak_memory_bytes() -> int:
    """The most memory this process has had at once; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak


@functools.cache
def _end_with_parent() -> None:
    """End this process soon after the one that started it, even when that one was killed."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            # Before the next run sweeps what this one leaves, which takes 0.15 s to begin.
            time.sleep(0.05)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
