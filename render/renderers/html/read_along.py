"""The player, the times of what it says, and the controls that script adds to it."""

import json

from markupsafe import Markup

from render.labels import Labels
from render.narration import Cue, Narration
from render.renderers.html.editions import Edition
from render.renderers.html.preferences import choice

_SPEEDS = ("1", "0.75", "0.9", "1.1", "1.25", "1.5", "1.75", "2", "2.5", "3")


def player(
    editions: tuple[Edition, ...], narration: Narration | None, named_by: str, labels: Labels
) -> Markup:
    """The browser's own player; with a narration, also what keeps the text in step with it."""
    if not editions:
        return Markup("")
    sources = Markup("\n").join(
        Markup('<source src="{}" type="{}">').format(each.url, each.media_type) for each in editions
    )
    audio = Markup('<audio controls preload="none" aria-labelledby="{}">\n{}\n</audio>').format(
        named_by, sources
    )
    if narration is None:
        return audio
    return Markup("\n").join((audio, _controls(labels), _times(narration)))


def _controls(labels: Labels) -> Markup:
    button = Markup('<button type="button" data-do="{}">{}</button>')
    play = Markup(
        '<button type="button" data-do="play" data-play="{0}" data-pause="{1}">{0}</button>'
    ).format(labels.play, labels.pause)
    speeds = tuple((each, f"× {each}") for each in _SPEEDS)
    marks = (
        ("", labels.words_and_sentences),
        ("sentences", labels.sentences),
        ("nothing", labels.nothing),
    )
    follow = Markup('<label><input type="checkbox" data-keep="follow" checked> {}</label>').format(
        labels.follow_text
    )
    return Markup('<div class="read-along" hidden>\n{}\n</div>').format(
        Markup("\n").join(
            (
                play,
                button.format("previous", labels.previous_sentence),
                button.format("next", labels.next_sentence),
                choice("speed", labels.speed, speeds),
                choice("highlight", labels.highlight, marks),
                follow,
            )
        )
    )


def _times(narration: Narration) -> Markup:
    """The cues as JSON in the page: a WebVTT track would not load from a folder.

    Each is its first millisecond, its element, the length of its text, and for every
    exact word three numbers: milliseconds since the cue began, first and last place.
    Places count UTF-16 units, as scripts do.
    """
    cues = [
        [
            narration.milliseconds(cue.begin),
            cue.id,
            _units(cue.text),
            [number for word in _words(cue, narration) for number in word],
        ]
        for cue in narration.cues
    ]
    written = json.dumps(cues, separators=(",", ":"), ensure_ascii=True).replace("<", "\\u003c")
    return Markup(  # noqa: S704 - nothing in it can end the element
        f'<script type="application/json" class="times">{written}</script>'
    )


def _words(cue: Cue, narration: Narration) -> list[tuple[int, int, int]]:
    if not all(word.exact for word in cue.words):
        return []
    start = narration.milliseconds(cue.begin)
    return [
        (
            narration.milliseconds(word.begin) - start,
            _units(cue.text[: word.char_begin]),
            _units(cue.text[: word.char_end]),
        )
        for word in cue.words
    ]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
