"""Page frames: templates that write out what they are given, and nothing that has no end."""

from __future__ import annotations

import functools
import threading
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, nodes
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from render.errors import ThemeError

_STEPS_LIMIT = 200_000
_COUNTED = "counted"


def filled(folders: tuple[Path, ...], file: str, theme: str, values: dict[str, Any]) -> str:
    """The frame `file` from the nearest folder that has it, filled in.

    Everything that is not markup is escaped. Raises ThemeError naming theme, file and
    line for whatever goes wrong in it.
    """
    environment = _environment(folders)
    environment.steps.taken = 0
    try:
        return environment.get_template(file).render(values)
    except Exception as error:  # a template raises whatever it can
        line = _line(error, file)
        raise ThemeError(
            f"theme '{theme}', {file}{f':{line}' if line else ''}: {error or type(error).__name__}",
            hint="correct the template, or remove it to use the parent's",
        ) from error


def _line(error: Exception, file: str) -> int | None:
    """The line of the template, which Jinja puts into the traceback of what it raises."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame.lineno for frame in frames if Path(frame.filename).name == file]
    return getattr(error, "lineno", None) or next(reversed(found), None)


@functools.cache
def _environment(folders: tuple[Path, ...]) -> _Frames:
    return _Frames(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


class _Frames(SandboxedEnvironment):
    """Counts every step of a loop and every call, and multiplies nothing."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 (Jinja's own)
        super().__init__(**options)
        self.steps = threading.local()
        self.globals.clear()
        self.filters[_COUNTED] = self._counted

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return tree

    def call(self, context: Context, called: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401
        self._step()
        return super().call(context, called, *given, **named)

    def call_binop(self, _context: Context, operator: str, _left: Any, _right: Any) -> Any:  # noqa: ANN401
        raise TemplateRuntimeError(f"'{operator}' has no place in a frame")

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self._step()
            yield value

    def _step(self) -> None:
        self.steps.taken += 1
        if self.steps.taken > _STEPS_LIMIT:
            raise TemplateRuntimeError(f"more than {_STEPS_LIMIT:,} steps, which has no end")
