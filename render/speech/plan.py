"""The speech plan: an article as the list of units a voice says, in reading order.

Silent: decorative and undescribed pictures, note calls, page breaks and pull quotes that
repeat the text. Program text is announced. Everything else that is written is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from render.labels import labels_for, written_date
from render.model import Article, Inline, Meta, Pronunciation
from render.model.walk import containers, is_inline, plain_text, walk
from render.speech.announcements import Announcements, announcements_for
from render.speech.blocks import block_units, note_units
from render.speech.normalise.learning import learned
from render.speech.notes import placed_notes
from render.speech.parts import Pronouncing, announced
from render.speech.setting import Setting, text_units
from render.speech.units import Unit


@dataclass(frozen=True, slots=True)
class SpeechOptions:
    """How much is said, and where.

    `full` announces lists, quotations, tables, pictures, program text and notes. `notes` are
    said at the end, where the page has them, or after the block that calls them. `lexicon` is
    the house's, and wins over the article's own.
    """

    detail: Literal["full", "brief"] = "full"
    notes: Literal["end", "after-block"] = "end"
    lexicon: tuple[Pronunciation, ...] = ()


def plan(article: Article, options: SpeechOptions | None = None) -> tuple[Unit, ...]:
    """What to say of a prepared article, and for how long to be silent around it."""
    wanted = options or SpeechOptions()
    lang = article.meta.lang
    setting = Setting(
        lang=lang,
        words=announcements_for(lang) if wanted.detail == "full" else None,
        pronouncing=Pronouncing(
            (*wanted.lexicon, *article.lexicon, *learned(_texts(article), lang))
        ),
        notes=placed_notes(article, after_block=wanted.notes == "after-block"),
    )
    return tuple(_units(article, setting))


def _texts(article: Article) -> Iterator[str]:
    yield plain_text(article.meta.title)
    yield plain_text(article.meta.deck)
    for node in walk(article):
        if not is_inline(node):
            yield from (plain_text(inlines) for _, inlines in containers(node))


def _units(article: Article, setting: Setting) -> Iterator[Unit]:
    meta = article.meta
    if kicker := meta.kicker or meta.section:
        yield from text_units("kicker", _text(kicker), setting.with_role("kicker"))
    title = setting.with_role("title")
    for unit in text_units("title", meta.title, title):
        yield replace(unit, level=1)
    yield from text_units("deck", meta.deck, setting.with_role("deck"))
    yield from _byline(meta, setting.with_role("byline"))
    dateline = _dateline(meta, setting.words)
    yield from text_units("dateline", _text(dateline), setting.with_role("byline"))
    yield from block_units(article.body, setting)
    yield from note_units("", setting)


def _byline(meta: Meta, setting: Setting) -> Iterator[Unit]:
    names = [author.name + (f" ({author.role})" if author.role else "") for author in meta.authors]
    if not names:
        return
    joint = f" {setting.words.conjunction} " if setting.words else ", "
    written = joint.join(filter(None, (", ".join(names[:-1]), names[-1])))
    people = any(author.kind == "person" for author in meta.authors)
    for unit in text_units("byline", _text(written), setting):
        parts = unit.parts
        if setting.words and people:
            parts = (announced(setting.words.by.format(name=""), setting.lang), *parts)
        yield replace(unit, parts=parts)


def _dateline(meta: Meta, words: Announcements | None) -> str:
    labels = labels_for(meta.lang)
    parts = [f"{meta.place}."] if meta.place else []
    if words is None or labels.lang != meta.lang.partition("-")[0].lower():
        return " ".join(parts)
    if meta.published:
        parts.append(f"{words.published.format(date=written_date(meta.published, labels))}.")
    if meta.modified:
        parts.append(f"{words.updated.format(date=written_date(meta.modified, labels))}.")
    return " ".join(parts)


def _text(value: str) -> tuple[Inline, ...]:
    from render.model import Text

    return (Text(value=value),)
