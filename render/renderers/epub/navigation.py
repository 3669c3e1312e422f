"""The navigation document: contents, pages and landmarks (EPUB 3.3, 7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from render.language import direction
from render.renderers.epub.documents import Frame
from render.renderers.epub.facts import PageMarker
from render.renderers.epub.words import Words

NAVIGATION_FILE = "nav.xhtml"


@dataclass(frozen=True, slots=True)
class Target:
    """A place to go to: its words and where it is; `children` lie below it.

    `lang` is the language of its words and of those below, empty for that of the package.
    """

    text: str
    href: str
    children: tuple[Target, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Navigation:
    """Every way into the text. `label` is the heading of the contents, in `label_lang`."""

    title: str
    label: str
    label_lang: str
    contents: tuple[Target, ...]
    pages: tuple[PageMarker, ...]
    cover: str
    text: str


def navigation_document(navigation: Navigation, frame: Frame, words: Words) -> bytes:
    """The document as XHTML.

    Pages and landmarks are hidden: reading systems show them in their own way, and a
    reader who comes to this document reads the contents only.
    """
    lang = _lang(words.lang, frame)
    lists = [_contents(navigation, frame)]
    if navigation.pages:
        pages = (Target(page.label, f"{page.document}#{page.id}") for page in navigation.pages)
        lists.append(
            f'<nav epub:type="page-list" role="doc-pagelist" id="page-list" hidden="hidden"{lang}'
            f' aria-label="{escape(words.pages)}">{_list(pages)}</nav>'
        )
    lists.append(
        f'<nav epub:type="landmarks" id="landmarks" hidden="hidden"{lang}'
        f' aria-label="{escape(words.landmarks)}">{_landmarks(navigation, words)}</nav>'
    )
    return frame.page(navigation.title, "\n".join(lists))


def _lang(lang: str, frame: Frame) -> str:
    """The attributes for words of ours that are in another language than the article."""
    if lang == frame.lang.partition("-")[0].lower():
        return ""
    return _attributes(lang)


def _attributes(lang: str) -> str:
    return f' lang="{escape(lang)}" xml:lang="{escape(lang)}" dir="{direction(lang)}"'


def _contents(navigation: Navigation, frame: Frame) -> str:
    lang = _lang(navigation.label_lang, frame)
    heading = f'<h2 id="toc-heading"{lang}>{_words(navigation.label)}</h2>'
    items = "".join(_item(target, frame.lang) for target in navigation.contents)
    return (
        '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-heading">'
        f"{heading}<ol>{items}</ol></nav>"
    )


def _landmarks(navigation: Navigation, words: Words) -> str:
    places = (
        ("cover", navigation.cover, words.cover),
        ("toc", f"{NAVIGATION_FILE}#toc", navigation.label),
        ("bodymatter", navigation.text, words.text),
    )
    items = (
        f'<li><a epub:type="{kind}" href="{escape(href)}">{_words(text)}</a></li>'
        for kind, href, text in places
        if href
    )
    return f"<ol>{''.join(items)}</ol>"


def _list(targets: Iterable[Target]) -> str:
    return f"<ol>{''.join(_item(target) for target in targets)}</ol>"


def _item(target: Target, around: str = "") -> str:
    own = target.lang or around
    below = "".join(_item(child, own) for child in target.children)
    inner = f"<ol>{below}</ol>" if below else ""
    lang = "" if own == around else _attributes(own)
    return f'<li{lang}><a href="{escape(target.href)}">{_words(target.text)}</a>{inner}</li>'


def _words(text: str) -> str:
    return escape(" ".join(text.split()), quote=False)
