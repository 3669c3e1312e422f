"""The making of all editions at once: each on its own, each waiting only for what it wants."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, TypeVar

from render.errors import EngineError, RenderError
from render.narration import Narration
from render.pagination import Pagination
from render.pipeline.progress import Progress, stage
from render.pipeline.threads import threads
from render.plugins import Artefact, Job, Renderer, Sibling

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failure:
    """A format that could not be made, and why. The other formats are not touched by it."""

    renderer: str
    error: RenderError


@dataclass(frozen=True, slots=True)
class Production:
    """What came out: the artefacts and failures, each in the order asked for."""

    artefacts: tuple[Artefact, ...]
    failures: tuple[Failure, ...]
    narration: Narration | None


def produce(  # noqa: PLR0913 (the last is a switch)
    job: Job,
    renderers: tuple[Renderer, ...],
    options: Mapping[str, Any],
    narrate: Callable[[], Narration],
    progress: Progress,
    *,
    at_once: bool = True,
) -> Production:
    """Run every renderer in a thread of its own; engines sit in processes below them.

    The narration is made when a renderer wants it, and a failure to make it is
    reported under `narration`. Unless `at_once`, the caller's thread makes them in turn: each
    waits only for what was begun before it.
    """
    renderers = tuple(_with_settled_wants(each, options.get(each.name)) for each in renderers)
    with threads(len(renderers) + 1, at_once=at_once) as pool:
        narration = _start(pool, "narration", narrate, progress) if _wanted(renderers) else None
        futures: dict[str, Future[Artefact | Failure]] = {}
        for renderer in sorted(renderers, key=_waits):
            work = _Work(job, renderer, options.get(renderer.name), narration, dict(futures))
            futures[renderer.name] = _start(pool, renderer.name, work.run, progress)
        results = [futures[renderer.name].result() for renderer in renderers]
    spoken = narration.result() if narration else None
    failures = [result for result in (spoken, *results) if isinstance(result, Failure)]
    return Production(
        artefacts=tuple(result for result in results if isinstance(result, Artefact)),
        failures=tuple(failures),
        narration=spoken if isinstance(spoken, Narration) else None,
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """One renderer with everything it may have to wait for."""

    job: Job
    renderer: Renderer
    options: Any
    narration: Future[Narration | Failure] | None
    earlier: dict[str, Future[Artefact | Failure]]

    def run(self) -> Artefact:
        job = replace(self.job, options=self.options)
        if "pagination" in self.renderer.wants:
            job = replace(job, pagination=self._printed())
        if "siblings" in self.renderer.wants:
            made = {name: future.result() for name, future in self.earlier.items()}
            job = replace(job, siblings=_siblings(made))
            job = replace(job, pagination=self._printed())
        if self.narration and self.renderer.wants & {"narration", "siblings"}:
            spoken = self.narration.result()
            job = replace(job, narration=spoken if isinstance(spoken, Narration) else None)
        return self.renderer.render(job)

    def _printed(self) -> Pagination | None:
        """The pages of the print edition where there is one, else those of the PDF."""
        made = (self.earlier[name] for name in ("print", "pdf") if name in self.earlier)
        return next(filter(None, (_pagination(each.result()) for each in made)), None)


def _start(
    pool: Executor,
    name: str,
    work: Callable[[], Result],
    progress: Progress,
) -> Future[Result | Failure]:
    def run() -> Result | Failure:
        try:
            with stage(name, progress):
                return work()
        except RenderError as error:
            return Failure(name, error)
        except MemoryError:
            return Failure(
                name,
                EngineError(
                    f"'{name}' needed more memory than it may have",
                    hint="shorten the article or its pictures, or raise the memory limit",
                ),
            )
        except Exception as error:  # noqa: BLE001 (the border of a plug-in)
            return Failure(name, _fault(name, error))

    return pool.submit(run)


def _fault(name: str, error: Exception) -> RenderError:
    """A plug-in broke: its format is lost, the others are not, and the place is named."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{PurePath(frame.filename).name}:{frame.lineno}"
    return EngineError(
        f"internal error in {place}: {type(error).__name__}: {error}",
        hint=f"this is a fault of the plug-in '{name}', not of your article; please report it",
    )


def _with_settled_wants(renderer: Renderer, options: Any) -> Renderer:  # noqa: ANN401 (its own)
    if options is None or renderer.forgoes is None:
        return renderer
    return replace(renderer, wants=renderer.wants - renderer.forgoes(options))


def _wanted(renderers: tuple[Renderer, ...]) -> bool:
    return any("narration" in renderer.wants for renderer in renderers)


def _waits(renderer: Renderer) -> int:
    """What others wait for goes first; who waits for all goes last."""
    order = ("narration", "pagination", "siblings")
    return max((1 + order.index(want) for want in renderer.wants), default=0)


def _pagination(result: Artefact | Failure) -> Pagination | None:
    return result.pagination if isinstance(result, Artefact) else None


def _siblings(made: Mapping[str, Artefact | Failure]) -> tuple[Sibling, ...]:
    return tuple(
        Sibling(name, result.file_name, result.media_type)
        for name, result in made.items()
        if isinstance(result, Artefact)
    )
