"""The options of single renderers, as a user writes them: `pdf.edition=archive`."""

from __future__ import annotations

import dataclasses
import difflib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from render import plugins
from render.errors import UsageError
from render.plugins import Renderer


def renderer_options(settings: Iterable[str]) -> dict[str, Any]:
    """The options value of each renderer that `RENDERER.KEY=VALUE` settings name.

    Raises UsageError, with the nearest name, for what no renderer has, and for a
    value that is not of the option's type.
    """
    given: dict[str, dict[str, str]] = defaultdict(dict)
    for setting in settings:
        path, equals, value = setting.partition("=")
        renderer, dot, key = path.strip().partition(".")
        if not (equals and dot and key):
            raise UsageError(
                f"'{setting}' is no setting", hint="write RENDERER.KEY=VALUE, as pdf.page_size=a5"
            )
        given[renderer][key.replace("-", "_")] = value.strip()
    return {name: _options(name, values) for name, values in given.items()}


def _options(name: str, values: dict[str, str]) -> Any:  # noqa: ANN401 (each renderer has its own)
    renderer: Renderer = plugins.find("renderers", name)
    shape = renderer.options
    if shape is None:
        raise UsageError(f"the renderer '{name}' has no options")
    known = [field.name for field in dataclasses.fields(shape)]
    for key in values:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(known)}"
            raise UsageError(f"'{name}' has no option '{key}'", hint=hint)
    try:
        return msgspec.convert(values, shape, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(
            f"wrong value in {', '.join(f'{name}.{key}={value}' for key, value in values.items())}",
            hint=str(error).lower(),
        ) from error
