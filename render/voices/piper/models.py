"""Where Piper's models are, and what each is."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from render.errors import MissingEngineError, UsageError

_HINT = (
    "bring a model with `lisible voices add FILE.onnx` (into '{folder}'), or name the file: "
    "`--voice piper:PATH.onnx`"
)


@dataclass(frozen=True, slots=True)
class Model:
    """One model file and the language its configuration names (BCP 47)."""

    name: str
    path: Path
    lang: str


def models_folder() -> Path:
    """The user's folder of models: LISIBLE_VOICES, or the system's place for such data."""
    if named := os.environ.get("LISIBLE_VOICES"):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "lisible" / "voices"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "lisible" / "voices"
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "lisible" / "voices"


def installed() -> tuple[Model, ...]:
    """The models in the user's folder, by name; those without configuration are left out."""
    paths = sorted(models_folder().glob("*.onnx"))
    return tuple(model_at(path) for path in paths if configuration_of(path).is_file())


def choose(lang: str, voice_name: str | None) -> Model:
    """The model called or stored at `voice_name` if it speaks `lang`, else an installed one.

    Raises UsageError for a name that is no model, MissingEngineError when none speaks `lang`.
    """
    known = installed()
    if voice_name:
        named = _named(voice_name, known)
        if _primary(named.lang) == _primary(lang):
            return named
    fitting = [model for model in known if _primary(model.lang) == _primary(lang)]
    fitting.sort(key=lambda model: (model.lang.lower() != lang.lower(), model.name))
    if not fitting:
        raise MissingEngineError(
            f"piper has no model for the language '{lang}'",
            hint=_HINT.format(folder=models_folder()),
        )
    return fitting[0]


def _named(voice_name: str, known: tuple[Model, ...]) -> Model:
    for model in known:
        if model.name == voice_name:
            return model
    path = Path(voice_name)
    if path.suffix == ".onnx" and path.is_file():
        if not configuration_of(path).is_file():
            raise UsageError(
                f"the model '{path}' has no configuration",
                hint=f"its file '{configuration_of(path).name}' belongs beside it",
            )
        return model_at(path)
    raise UsageError(
        f"piper has no model called '{voice_name}'", hint=_HINT.format(folder=models_folder())
    )


def model_at(path: Path) -> Model:
    """The model of a file; raises UsageError where its configuration is broken."""
    try:
        told = json.loads(configuration_of(path).read_bytes())
        code = told.get("language", {}).get("code") or told["espeak"]["voice"]
    except (ValueError, KeyError, AttributeError) as error:
        raise UsageError(
            f"the configuration of the model '{path}' is broken: {error}",
            hint="copy it again from where the model comes from",
        ) from error
    return Model(path.stem, path.resolve(), str(code).replace("_", "-"))


def configuration_of(path: Path) -> Path:
    """The JSON file that belongs beside a model."""
    return path.with_name(f"{path.name}.json")


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()
