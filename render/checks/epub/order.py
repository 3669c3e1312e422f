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
_CHECKS_OF_EPUB_2 = (package, references, structure, text, language, style)


def everything(epub: Epub) -> Iterator[Fault]:
    """The faults of an EPUB, in the order of the checks.

    An EPUB 2 has no words for some of what is asked: no accessibility metadata, no
    navigation document, no sound.
    """
    for check in _CHECKS if epub.package.version.startswith("3") else _CHECKS_OF_EPUB_2:
        yield from check(epub)
