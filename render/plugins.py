"""The plug-in shapes, what they are given and give, and how they are found.

A plug-in is a frozen value that an entry point names; nothing of it is imported
until it is asked for. Built-ins register in the same way as anyone else's.
"""

from __future__ import annotations

import difflib
import functools
import sys
from collections.abc import Callable, Container, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from threading import RLock
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from render.errors import MissingEngineError, UsageError

if TYPE_CHECKING:
    from render.edition.parts import Part
    from render.findings import Finding
    from render.model import Article, Inline
    from render.narration import Narration
    from render.pagination import Pagination
    from render.reading import Reading, ReadOptions, Source
    from render.theme import Theme

Kind = Literal["readers", "voices", "renderers", "checks"]
Want = Literal["narration", "pagination", "siblings"]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Reader:
    """Bytes to article. `sniff` says from 0 to 1 how much the bytes look like its input.

    `reads_pages` is for web pages: `/x.jpg` and `../x.jpg` in them are addresses on their
    site, where others mean paths on this machine.
    """

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    sniff: Callable[[Source], float]
    read: Callable[[Source, ReadOptions], Reading]
    reads_pages: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a voice made of one piece of text.

    `pcm` is mono signed 16-bit little-endian. `words` are
    `(char_begin, char_end, begin_sample, end_sample)` into the spoken text, or None
    where the engine reports none. `voice` names engine and voice, as `espeak:fr`.
    `pronounced` are the places of those phonemes of the request that it said as asked.
    """

    pcm: bytes
    sample_rate_hz: int
    voice: str
    words: tuple[tuple[int, int, int, int], ...] | None = None
    pronounced: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """One piece of text for a voice: plain text, never markup, in one language.

    `phonemes` are characters of the text with their pronunciation in IPA, in order, for
    voices that can say it; the others say the text.
    """

    text: str
    lang: str
    phonemes: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """One voice an engine offers: its name, language (BCP 47) and whether words are exact."""

    name: str
    lang: str
    exact_words: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """A speech engine.

    `speak` gives one utterance for each request, in order; it runs the engine in a
    cage and raises EngineError or MissingEngineError. `voice_name` picks one of
    `voices()`, or the best for each request's language when None. `words_per_minute`
    is the reading speed. `named` gives the voices of a name where more can be named than
    `voices()` lists, as the file of a model.
    """

    name: str
    voices: Callable[[], tuple[VoiceInfo, ...]]
    speak: Callable[[Sequence[SpeechRequest], str | None, int], Iterator[Utterance]]
    named: Callable[[str], tuple[VoiceInfo, ...]] | None = None

    @contextmanager
    def speaking(
        self, requests: Sequence[SpeechRequest], voice_name: str | None, words_per_minute: int
    ) -> Iterator[Iterator[Utterance]]:
        """What `speak` gives; its engine ends with the block, heard to the end or not."""
        utterances = self.speak(requests, voice_name, words_per_minute)
        try:
            yield utterances
        finally:
            if isinstance(utterances, Generator):
                utterances.close()


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another edition published beside this one: its renderer, file name and media type."""

    renderer: str
    file_name: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Job:
    """What a renderer is given.

    `article` has been prepared: ids on every node, sentences, gated text, assets
    with data. `modified` is an ISO 8601 UTC time that never comes from the clock.
    `narration`, `pagination` and `siblings` are there when the renderer wants them
    and they could be made. `parts` are those of an edition, front page first; then
    `article` is the whole edition as one article. `rights` are those of the edition
    that an article stands in, where it has none of its own.
    """

    article: Article
    slug: str
    theme: Theme
    modified: str
    options: Any = None
    narration: Narration | None = None
    pagination: Pagination | None = None
    siblings: tuple[Sibling, ...] = ()
    parts: tuple[Part, ...] = ()
    rights: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Artefact:
    """One finished file in memory, with what its making found.

    `pagination` is given by the renderer that lays out pages.
    """

    file_name: str
    media_type: str
    data: bytes
    findings: tuple[Finding, ...] = ()
    pagination: Pagination | None = None


@dataclass(frozen=True, slots=True)
class Renderer:
    """Job to artefact: one renderer, one file.

    `group` is the name users ask for (`audio` makes mp3, m4b and vtt). `options` is
    a frozen dataclass, or None; `forgoes` names what it wants no more with such options.
    A renderer that runs a heavy engine cages it itself.
    """

    name: str
    group: str
    suffix: str
    media_type: str
    render: Callable[[Job], Artefact]
    wants: frozenset[Want] = frozenset()
    options: type | None = None
    forgoes: Callable[[Any], frozenset[Want]] | None = None


@dataclass(frozen=True, slots=True)
class _Readings:
    """What was read from one file so far, by the function that read it."""

    made: dict[Callable[[CheckedFile], Any], Any] = field(default_factory=dict)
    # One reading may ask for another: the words of a book are those of the opened EPUB.
    lock: RLock = field(default_factory=RLock)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One finished file under its final name."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    _readings: _Readings = field(default_factory=_Readings, init=False, repr=False, compare=False)

    def read_once(self, read: Callable[[CheckedFile], Value]) -> Value:
        """What `read` makes of this file: made for who asks first, and kept as long as the file is.

        Checks run at the same time, so nobody may change it. What `read` raises is not kept.
        """
        held = self._readings
        with held.lock:
            if read not in held.made:
                held.made[read] = read(self)
            made: Value = held.made[read]
            return made


@dataclass(frozen=True, slots=True)
class Subject:
    """What a check looks at: finished files, and the article they were made from if known."""

    files: tuple[CheckedFile, ...]
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one check said of one subject.

    `state` is `ran`, or `absent` where the tool is not installed (then `detail` says
    how to get it). `files` names what was looked at.
    """

    check: str
    tool: str
    version: str
    state: Literal["ran", "absent"]
    files: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Finished files to findings.

    `media_types` are what it looks at; it is not called when a subject has none.
    `external` checks need a program outside Python and run only on `lisible check`.
    """

    name: str
    media_types: tuple[str, ...]
    run: Callable[[Subject], Verdict]
    external: bool = False


def names(kind: Kind) -> tuple[str, ...]:
    """The names of all plug-ins of a kind, sorted."""
    return tuple(sorted({point.name for point in _points(kind)}))


def find(kind: Kind, name: str) -> Any:  # noqa: ANN401 (the kind decides the type)
    """The plug-in value called `name`.

    Raises UsageError naming the nearest name when there is none, and
    MissingEngineError when the plug-in's own imports are not installed.
    """
    for point in _points(kind):
        if point.name == name:
            return _load(point)
    near = difflib.get_close_matches(name, names(kind), n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(names(kind))}"
    raise UsageError(f"no {kind[:-1]} is called '{name}'", hint=hint)


def find_all(kind: Kind, needed: Container[str] = ()) -> dict[str, Any]:
    """Every plug-in of a kind by name, without those whose imports are not installed.

    Raises MissingEngineError for one of those only when it is `needed`.
    """
    found: dict[str, Any] = {}
    for name in names(kind):
        try:
            found[name] = find(kind, name)
        except MissingEngineError:
            if name in needed:
                raise
    return found


def _points(kind: Kind) -> tuple[EntryPoint, ...]:
    return _points_on(kind, tuple(sys.path))


# Reading what is installed takes 10 ms, a tenth of an article in a batch.
@functools.cache
def _points_on(kind: Kind, _path: tuple[str, ...]) -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=f"render.{kind}"))


def _load(point: EntryPoint) -> Any:  # noqa: ANN401
    try:
        return point.load()
    except ModuleNotFoundError as error:
        raise MissingEngineError(
            f"plug-in '{point.name}' needs the package '{error.name}'",
            hint="run `lisible doctor` to see how to install it",
        ) from error
