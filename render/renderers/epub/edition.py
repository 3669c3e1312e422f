"""The order of an EPUB: text, cover, sound, navigation, metadata, package."""

from __future__ import annotations

from collections.abc import Iterator

from render.findings import Finding, Place, Severity
from render.labels import labels_for
from render.language import direction
from render.model import Article
from render.model.walk import plain_text
from render.pagination import has_own_pages
from render.plugins import Artefact, Job
from render.renderers.epub import accessibility, metadata
from render.renderers.epub.content import Content, content
from render.renderers.epub.documents import Document, Frame
from render.renderers.epub.entries import Entry
from render.renderers.epub.facts import Facts, facts_of
from render.renderers.epub.frontcover import FrontCover, front_cover
from render.renderers.epub.lexicon import lexicons
from render.renderers.epub.navigation import NAVIGATION_FILE, Navigation, navigation_document
from render.renderers.epub.ncx import NCX_FILE, ncx_document
from render.renderers.epub.package import Package, pack
from render.renderers.epub.parts import content_of_parts, languages
from render.renderers.epub.resources import Resource, asset_files, used
from render.renderers.epub.soundtrack import soundtrack
from render.renderers.epub.words import words_for

STYLE_FILE = "style.css"


def make(job: Job, *, embed_audio: bool) -> Artefact:
    """The finished EPUB, with a finding for whatever it could not hold."""
    article = job.article
    lexicon = lexicons(article)
    pronunciations = tuple((lang, resource.file_name) for lang, resource in lexicon.items())
    frame = Frame(article.meta.lang, _direction(article), STYLE_FILE, pronunciations)
    assets = asset_files(article)
    urls = {key: resource.file_name for key, resource in assets.items()}
    if job.parts:
        text = content_of_parts(job, frame, urls)
    else:
        text = content(article, frame, urls, job.pagination)
    cover = front_cover(job.parts[0].article if job.parts else article, job.theme, frame)
    sound = soundtrack(text.documents, job.narration if embed_audio else None)
    facts = facts_of(text.documents)
    navigation = _navigation(article, text, facts, cover)
    shown = used(assets.values(), [document.data for document in text.documents])
    extras = accessibility.Extras(bool(sound.resources), sound.is_whole, bool(lexicon))
    package = Package(
        identifier=metadata.identifier(article),
        lang=frame.lang,
        is_rtl=frame.dir == "rtl",
        modified=metadata.modified(job.modified),
        entries=(*_entries(article, facts, extras), *languages(job.parts), *sound.entries),
        documents=(cover.document, _contents(navigation, frame), *text.documents),
        resources=(
            _ncx(navigation, article),
            Resource("style", STYLE_FILE, "text/css", job.theme.css("epub.css").encode()),
            cover.picture,
            *lexicon.values(),
            *shown,
            *sound.resources,
        ),
        guide=_guide(navigation, frame),
    )
    findings = (*cover.findings, *sound.findings, *_findings(job, facts, package))
    return Artefact(f"{job.slug}.epub", "application/epub+zip", pack(package), findings)


def _direction(article: Article) -> str:
    declared = article.meta.dir
    return declared if declared in {"ltr", "rtl"} else direction(article.meta.lang)


def _navigation(article: Article, text: Content, facts: Facts, cover: FrontCover) -> Navigation:
    labels = labels_for(article.meta.lang)
    return Navigation(
        title=metadata.one_line(plain_text(article.meta.title)),
        label=labels.contents,
        label_lang=labels.lang,
        contents=text.contents,
        pages=facts.pages,
        cover=cover.document.file_name,
        text=text.start,
    )


def _contents(navigation: Navigation, frame: Frame) -> Document:
    data = navigation_document(navigation, frame, words_for(frame.lang))
    return Document("nav", NAVIGATION_FILE, data, ("nav",), is_linear=False)


def _ncx(navigation: Navigation, article: Article) -> Resource:
    data = ncx_document(navigation, metadata.identifier(article), article.meta.lang)
    return Resource("ncx", NCX_FILE, "application/x-dtbncx+xml", data)


def _entries(article: Article, facts: Facts, extras: accessibility.Extras) -> Iterator[Entry]:
    meta = article.meta
    yield from metadata.entries(article)
    editorial = accessibility.Editorial(
        lang=meta.lang,
        hazards=meta.hazards,
        page_source=_page_source(article),
    )
    yield from accessibility.entries(facts, editorial, extras)


def _page_source(article: Article) -> str:
    """The edition whose pages the markers are: as printed, or the PDF of the same article."""
    meta = article.meta
    edition = meta.issue if has_own_pages(article) else words_for(meta.lang).edition
    parts = (meta.publisher or plain_text(meta.title), meta.published, edition)
    return ", ".join(metadata.one_line(part).rstrip(".") for part in parts if part)


def _guide(navigation: Navigation, frame: Frame) -> tuple[tuple[str, str, str], ...]:
    # For readers older than EPUB 3, Kindle's converter among them.
    words = words_for(frame.lang)
    return (
        ("cover", words.cover, navigation.cover),
        ("toc", navigation.label, f"{NAVIGATION_FILE}#toc"),
        ("text", words.text, navigation.text),
    )


def _findings(job: Job, facts: Facts, package: Package) -> Iterator[Finding]:
    name = f"{job.slug}.epub"
    if facts.unexplained:
        yield Finding(
            "EPUB-001",
            Severity.WARNING,
            f"pictures without a text alternative: {facts.unexplained}; "
            "the edition does not claim alternative text",
            "write an alternative for each picture, or mark it as decorative",
            Place(name),
        )
    claim = job.article.meta.conformance
    if claim:
        yield Finding(
            "EPUB-005",
            Severity.NOTE,
            f"the claim of '{claim.certifier}' is not written: "
            "nothing has shown yet that every check passes",
            where=Place(name),
        )
    present = {resource.id for resource in package.resources}
    cover = job.article.meta.cover
    for number, asset in enumerate(job.article.assets, start=1):
        is_drawn = cover is not None and asset.id == cover.asset
        if f"asset-{number}" not in present and asset.data and not is_drawn:
            yield Finding(
                "EPUB-002",
                Severity.NOTE,
                f"asset '{asset.id}' is not in the edition: "
                f"nothing shows it, or EPUB has no place for '{asset.media_type}'",
                where=Place(name),
            )
