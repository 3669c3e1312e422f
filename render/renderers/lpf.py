"""The article as W3C audiobook in its lightweight packaging (LPF).

Audiobooks is a W3C Recommendation of November 2020, the packaging format a Note.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

import msgspec

from render.cover import cover_art
from render.labels import labels_for
from render.narration import Narration
from render.plugins import Artefact, Job, Renderer
from render.sound.archive import zipped
from render.sound.encoding import mp3
from render.sound.tags import Tags
from render.speech.chapters import SpokenSection, spoken_sections
from render.speech.needed import needed_narration
from render.speech.tagging import tags, transcript

_MEDIA_TYPE = "application/lpf+zip"


def render(job: Job) -> Artefact:
    """The audiobook: a manifest, a sound file for each section, contents and transcript.

    Raises EngineError when there is no narration or the MP3 coder fails.
    """
    narration = needed_narration(job)
    sections = spoken_sections(narration)
    files = {
        _name(number): mp3(
            narration.pcm[2 * section.begin : 2 * section.end], narration.sample_rate_hz
        )
        for number, section in enumerate(sections, start=1)
    }
    files["transcript.txt"] = transcript(narration).encode()
    files["toc.html"] = _contents(job, sections).encode()
    told = tags(job.article, narration, cover_art(job.article, job.theme).data)
    files[_cover_name(told.cover_media_type)] = told.cover
    manifest = msgspec.json.format(msgspec.json.encode(_manifest(job, narration, sections, told)))
    return Artefact(f"{job.slug}.lpf", _MEDIA_TYPE, zipped({"publication.json": manifest, **files}))


def _manifest(
    job: Job, narration: Narration, sections: tuple[SpokenSection, ...], told: Tags
) -> dict[str, Any]:
    meta = job.article.meta
    wanted: dict[str, Any] = {
        "@context": ["https://schema.org", "https://www.w3.org/ns/pub-context"],
        "conformsTo": "https://www.w3.org/TR/audiobooks/",
        "type": "Audiobook",
        "id": meta.identifier or meta.canonical_url or f"urn:lisible:{job.slug}",
        "url": meta.canonical_url,
        "name": told.title,
        "author": [
            {"type": "Person" if author.kind == "person" else "Organization", "name": author.name}
            for author in meta.authors
        ],
        "publisher": meta.publisher,
        "readBy": ", ".join(dict.fromkeys(cue.voice for cue in narration.cues if cue.voice)),
        "inLanguage": meta.lang,
        "datePublished": meta.published,
        "dateModified": job.modified,
        "abridged": False,
        "accessMode": ["auditory", "textual"],
        "accessModeSufficient": [{"type": "ItemList", "itemListElement": ["auditory"]}],
        "accessibilityFeature": ["transcript", "tableOfContents"],
        "accessibilityHazard": ["none"],
        "duration": _duration(narration, 0, narration.sample_count),
        "readingOrder": _reading_order(narration, sections),
        "resources": _resources(told),
    }
    return {name: value for name, value in wanted.items() if value not in (None, "", [])}


def _reading_order(
    narration: Narration, sections: tuple[SpokenSection, ...]
) -> list[dict[str, str]]:
    return [
        {
            "url": _name(number),
            "encodingFormat": "audio/mpeg",
            "name": section.title,
            "duration": _duration(narration, section.begin, section.end),
        }
        for number, section in enumerate(sections, start=1)
    ]


def _resources(told: Tags) -> list[dict[str, str]]:
    return [
        {"url": "toc.html", "rel": "contents", "encodingFormat": "text/html"},
        {"url": "transcript.txt", "encodingFormat": "text/plain"},
        {
            "url": _cover_name(told.cover_media_type),
            "rel": "cover",
            "encodingFormat": told.cover_media_type,
        },
    ]


def _contents(job: Job, sections: tuple[SpokenSection, ...]) -> str:
    lang = quoteattr(job.article.meta.lang)
    title = escape(labels_for(job.article.meta.lang).contents)
    items = "\n".join(
        f'<li><a href="{_name(number)}">{escape(section.title)}</a></li>'
        for number, section in enumerate(sections, start=1)
    )
    return (
        f'<!DOCTYPE html>\n<html lang={lang}>\n<head><meta charset="utf-8"><title>{title}</title>'
        f'</head>\n<body>\n<nav role="doc-toc">\n<h1>{title}</h1>\n<ol>\n{items}\n</ol>\n</nav>\n'
        "</body>\n</html>\n"
    )


def _name(number: int) -> str:
    return f"audio/{number:03}.mp3"


def _cover_name(media_type: str) -> str:
    return "cover.png" if media_type == "image/png" else "cover.jpg"


def _duration(narration: Narration, begin: int, end: int) -> str:
    milliseconds = narration.milliseconds(end) - narration.milliseconds(begin)
    return f"PT{milliseconds // 1000}.{milliseconds % 1000:03}S"


RENDERER = Renderer(
    name="lpf",
    group="lpf",
    suffix=".lpf",
    media_type=_MEDIA_TYPE,
    render=render,
    wants=frozenset({"narration"}),
)
