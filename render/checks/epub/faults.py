"""One fault in an EPUB, before it is known which file it is in."""

from dataclasses import dataclass

from render.findings import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding to be: `path` is a file in the container, `node` an id in it."""

    code: str
    severity: Severity
    message: str
    path: str = ""
    node: str = ""
    hint: str = ""


def error(code: str, message: str, path: str = "", node: str = "", hint: str = "") -> Fault:
    """What breaks the file or is untrue."""
    return Fault(code, Severity.ERROR, message, path, node, hint)


def warning(code: str, message: str, path: str = "", node: str = "", hint: str = "") -> Fault:
    """What keeps a reader from something."""
    return Fault(code, Severity.WARNING, message, path, node, hint)
