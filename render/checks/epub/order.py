"""The order of the checks: the container first, the style last."""

from collections.abc import Iterator

from render.checks.epub.claims import claims
from render.checks.epub.faults import Fault
from render.checks.epub.language import language
from render.checks.epub.metadata import metadata
from render.checks.epub.navigation import navigation
from render.checks.epub.package import package
from render.checks.epub.references import references
from render.checks.epub.sound import sound
from render.checks.epub.structure import structure
from render.checks.epub.style import style
from render.checks.epub.text import text
from render.epub_reading import Epub

_CHECKS = (
    package,
    metadata,
    claims,
    navigation,
    references,
    structure,
    text,
    language,
    sound,
    style,
)


def everything(epub: Epub) -> Iterator[Fault]:
    """The faults of an EPUB, in the order of the checks.

    Of an EPUB 2 only the package is checked: it cannot say what the others ask about.
    """
    for check in _CHECKS if epub.package.version.startswith("3") else (package,):
        yield from check(epub)
