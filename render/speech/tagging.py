"""What the sound files of an article say about themselves."""

from __future__ import annotations

from collections.abc import Iterator

from render.findings import Finding, Place, Severity
from render.model import Article, Code
from render.model.walk import plain_text, walk
from render.narration import Cue, Narration
from render.sound.tags import Line, Tags
from render.speech.narrate import UNSPOKEN


def tags(article: Article, narration: Narration, cover: bytes = b"") -> Tags:
    """The tags: title, authors, publisher, date, language, cover and transcript.

    `cover` is a JPEG.
    """
    meta = article.meta
    return Tags(
        title=_line(plain_text(meta.title)),
        artist=", ".join(author.name for author in meta.authors) or meta.publisher or "",
        album=meta.issue or meta.publisher or _line(plain_text(meta.title)),
        publisher=meta.publisher or "",
        language=three_letters(meta.lang),
        date=(meta.published or "")[:10],
        description=_line(plain_text(meta.deck)),
        rights=meta.rights or "",
        transcript=transcript(narration),
        lines=tuple(
            Line(_line(cue.text), narration.milliseconds(cue.begin))
            for cue in narration.cues
            if cue.text.strip()
        ),
        cover=cover,
        cover_media_type="image/jpeg" if cover else "",
    )


def transcript(narration: Narration) -> str:
    """The written text of the narration, a line for each sentence, a blank one before headings."""
    lines: list[str] = []
    for cue in narration.cues:
        if cue.role == "heading" and lines:
            lines.append("")
        if cue.text.strip():
            lines.append(_line(cue.text))
    return "\n".join(lines)


def three_letters(lang: str) -> str:
    """The ISO 639-2 code (terminology) of a BCP 47 tag, `und` where it has none."""
    import langcodes  # heavy

    try:
        return langcodes.Language.get(lang).to_alpha3()
    except LookupError:
        return "und"


def unspoken(article: Article, narration: Narration) -> tuple[Finding, ...]:
    """What no voice said, or not as a lexicon asks, and program text, which none is to say."""
    return (*_unspoken(narration), *_unpronounced(narration), *_program_text(article))


def _program_text(article: Article) -> Iterator[Finding]:
    blocks = [node for node in walk(article) if isinstance(node, Code)]
    if blocks:
        yield Finding(
            code="VOICE-003",
            severity=Severity.NOTE,
            message=f"blocks of program text, which is not read aloud: {len(blocks)}",
            where=Place(node=blocks[0].id or ""),
        )


def _unpronounced(narration: Narration) -> Iterator[Finding]:
    """Once for each written form."""
    first: dict[str, Cue] = {}
    for cue in narration.cues:
        for form in cue.unpronounced:
            first.setdefault(form, cue)
    for form, cue in first.items():
        yield Finding(
            code="VOICE-002",
            severity=Severity.NOTE,
            message=f"the phonemes of '{form}' were not used by {cue.voice}",
            hint="give the lexicon an alias in ordinary spelling too",
            where=Place(node=cue.id),
        )


def _unspoken(narration: Narration) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            code="VOICE-001",
            severity=Severity.ERROR,
            message=f"not spoken: '{_line(cue.text)[:60]}' ({name.removeprefix(UNSPOKEN)})",
            hint="choose a voice that speaks this language; `lisible voices` lists them",
            where=Place(node=cue.id),
        )
        for cue in narration.cues
        for name in cue.voice.split()
        if name.startswith(UNSPOKEN)
    )


def _line(text: str) -> str:
    return " ".join(text.split())
