"""The words of the interface, in the language of the article."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True)
class Labels:
    """The words we add to an article. `lang` is the language they are in.

    Words with a place in braces are filled by `str.format`. `months` are in the form a
    full date wants, which is the genitive or the contracted one in some languages.
    """

    lang: str
    dir: Literal["ltr", "rtl"]
    by: str
    conjunction: str
    published: str
    updated: str
    months: tuple[str, ...]
    day_month_year: str
    month_year: str
    skip_links: str
    skip_to_content: str
    skip_to_contents: str
    skip_to_player: str
    skip_to_about: str
    contents: str
    listen: str
    audio_is_alternative: str
    download_mp3: str
    download_m4b: str
    about: str
    editions: str
    edition_pdf: str
    edition_epub: str
    edition_vtt: str
    edition_print: str
    edition_index: str
    listen_edition: str
    about_edition: str
    reading_preferences: str
    text_size: str
    percent: str
    text_spacing: str
    typeface: str
    colours: str
    line_length: str
    restore: str
    standard: str
    wide: str
    very_wide: str
    sans_serif: str
    serif: str
    automatic: str
    light: str
    dark: str
    black_on_white: str
    white_on_black: str
    narrow: str
    whole_window: str
    play: str
    pause: str
    previous_sentence: str
    next_sentence: str
    speed: str
    highlight: str
    words_and_sentences: str
    sentences: str
    nothing: str
    follow_text: str
    publisher: str
    source: str
    rights: str
    licence: str
    issue: str
    accessibility: str
    accessibility_statement: str
    note: str
    notes: str
    back_to_text: str
    image: str
    image_without_description: str
    image_descriptions: str
    extended_description: str
    extended_description_of: str
    back_to_image: str
    media_not_here: str
    transcript: str
    table: str
    code: str
    aside_note: str
    aside_warning: str
    aside_correction: str
    aside_related: str


def labels_for(lang: str) -> Labels:
    """The labels in the language of a BCP 47 tag, or in English where we have none in it."""
    known = _all_labels()
    return known.get(lang.partition("-")[0].lower(), known["en"])


def languages() -> tuple[str, ...]:
    """The languages that have labels, sorted."""
    return tuple(sorted(_all_labels()))


def written_date(date: str, labels: Labels) -> str:
    """An ISO 8601 date or date-time as people write its day; as given where it is neither."""
    year, month, day = (*date.partition("T")[0].split("-"), "", "")[:3]
    if not (year.isdecimal() and (month == "" or month in _MONTHS)):
        return date
    if not month:
        return year
    name = labels.months[int(month) - 1]
    if not day.isdecimal():
        return labels.month_year.format(month=name, year=year)
    return labels.day_month_year.format(day=int(day), month=name, year=year)


_MONTHS = tuple(f"{month:02}" for month in range(1, 13))


@cache
def _all_labels() -> dict[str, Labels]:
    tables = tomllib.loads(files("render").joinpath("labels.toml").read_text(encoding="utf-8"))
    return {
        lang: Labels(lang=lang, **{**table, "months": tuple(table["months"])})
        for lang, table in tables.items()
    }
