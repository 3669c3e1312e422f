"""The editions published beside the page, by the names people know them by."""

from dataclasses import dataclass
from urllib.parse import quote

from render.labels import Labels
from render.plugins import Sibling

_AUDIO = ("mp3", "m4b")


@dataclass(frozen=True, slots=True)
class Edition:
    """A file beside the page: where it is, what it is, and what to call it."""

    url: str
    media_type: str
    words: str


def audio_editions(siblings: tuple[Sibling, ...], labels: Labels) -> tuple[Edition, ...]:
    """The recordings, the one that most players play first."""
    by_renderer = {sibling.renderer: sibling for sibling in siblings}
    return tuple(
        _edition(by_renderer[name], f"download_{name}", labels)
        for name in _AUDIO
        if name in by_renderer
    )


def other_editions(siblings: tuple[Sibling, ...], labels: Labels) -> tuple[Edition, ...]:
    """Everything but the page itself and the recordings, which have a place of their own."""
    elsewhere = {"html", *_AUDIO}
    return tuple(
        _edition(each, f"edition_{each.renderer}", labels)
        for each in siblings
        if each.renderer not in elsewhere
    )


def _edition(sibling: Sibling, label: str, labels: Labels) -> Edition:
    # A third party's edition has no words here, and is called by its file name.
    words = getattr(labels, label, sibling.file_name)
    return Edition(quote(sibling.file_name), sibling.media_type, words)
