"""The user's folder of speech models: each an ONNX file and one beside it that tells its kind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SUFFIX = ".onnx"


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


def models_with(companion: str) -> tuple[Path, ...]:
    """The models of the folder that have a file of this suffix beside them, by name."""
    paths = sorted(models_folder().glob(f"*{SUFFIX}"))
    return tuple(path for path in paths if beside(path, companion).is_file())


def beside(model: Path, companion: str) -> Path:
    """The file of a model's own name and a suffix more."""
    return model.with_name(f"{model.name}{companion}")


def is_model(path: Path) -> bool:
    """Whether this is an ONNX file that is there."""
    return path.suffix == SUFFIX and path.is_file()
