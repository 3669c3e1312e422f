"""Which plug-ins a run uses: the reader for an input, the renderers and the voice asked for."""

from __future__ import annotations

from pathlib import PurePath

from render import plugins
from render.errors import UsageError
from render.plugins import Reader, Renderer, Voice
from render.reading import Source


def choose_reader(source: Source, name: str | None) -> Reader:
    """The reader called `name`, or the one that suits the source.

    The declared media type decides, then the name's suffix, then the bytes.
    """
    if name:
        reader: Reader = plugins.find("readers", name)
        return reader
    readers: list[Reader] = list(plugins.find_all("readers").values())
    suffix = PurePath(source.name).suffix.casefold()
    for reader in readers:
        if source.media_type in reader.media_types:
            return reader
    for reader in readers:
        if suffix and suffix in reader.suffixes:
            return reader
    return max(readers, key=lambda reader: reader.sniff(source))


def choose_renderers(
    wanted: tuple[str, ...], besides: tuple[str, ...] = ()
) -> tuple[Renderer, ...]:
    """The renderers for these names and groups, each once, in the order asked for.

    `besides` are formats that the caller makes itself. Raises UsageError for an unknown name,
    and when none is named.
    """
    if not wanted:
        raise UsageError("no format was asked for", hint=f"name one of: {_offer(besides)}")
    chosen: dict[str, Renderer] = {}
    for name in wanted:
        if name not in besides:
            chosen |= {member.name: member for member in _members(name, besides)}
    return tuple(chosen.values())


def choose_voice(wanted: str) -> tuple[Voice, str | None]:
    """The engine and voice name of `ENGINE` or `ENGINE:NAME`."""
    engine, _, name = wanted.partition(":")
    voice: Voice = plugins.find("voices", engine)
    return voice, name or None


def _members(name: str, besides: tuple[str, ...]) -> list[Renderer]:
    """The renderer of this name, or else those of the group of this name."""
    # The others need not be imported for it: with speech that takes 0.07 s.
    if name in plugins.names("renderers"):
        return [plugins.find("renderers", name)]
    every: dict[str, Renderer] = plugins.find_all("renderers")
    members = [renderer for renderer in every.values() if renderer.group == name]
    if not members:
        raise UsageError(f"no format is called '{name}'", hint=f"there are: {_offer(besides)}")
    return members


def _offer(besides: tuple[str, ...]) -> str:
    every: dict[str, Renderer] = plugins.find_all("renderers")
    groups = {renderer.group for renderer in every.values()}
    return ", ".join(sorted({*every, *groups, *besides}))
