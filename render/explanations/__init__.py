"""What each finding code means, read from one file for each prefix."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code in words: what it says, why it matters, what to do, and the clause behind it."""

    code: str
    summary: str
    explanation: str
    fix: str
    clause: str = ""


def explain(code: str) -> Explanation | None:
    """The explanation of `code`, whatever its case; None when there is no such code."""
    return every().get(code.upper())


@cache
def every() -> dict[str, Explanation]:
    """All explanations by code, in order."""
    folder = files(__name__)
    tables = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=str)
    return {
        code: Explanation(code, **entry)
        for file in tables
        for code, entry in tomllib.loads(file.read_text("utf-8")).items()
    }
