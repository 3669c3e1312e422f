"""Ways into the text: contents, pages, landmarks, and the NCX for older readers."""

from typing import Any

import msgspec

from render.model import Break
from render.pagination import PageStart, Pagination
from tests.renderers.epub import samples
from tests.renderers.epub.conftest import Edition, make

XHTML = "{http://www.w3.org/1999/xhtml}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
TYPE = "{http://www.idpf.org/2007/ops}type"


def nav(edition: Edition, kind: str) -> Any:
    root = edition.tree("nav.xhtml")
    return next(part for part in root.iter(f"{XHTML}nav") if part.get(TYPE) == kind)


def links(part: Any) -> list[tuple[str, str]]:
    return [("".join(a.itertext()), a.get("href")) for a in part.iter(f"{XHTML}a")]


def test_contents_hold_the_title_and_every_heading_in_order(plain):
    assert [text for text, _ in links(nav(plain, "toc"))] == [
        "Le marché de Ségou rouvre ses portes.",
        "Un toit neuf",
        "Le bois",
        "Des prix stables",
    ]


def test_contents_nest_as_the_sections_do(plain):
    deepest = nav(plain, "toc").find(f".//{XHTML}ol/{XHTML}li/{XHTML}ol/{XHTML}li/{XHTML}ol")

    assert [text for text, _ in links(deepest)] == ["Le bois"]


def test_every_link_of_the_navigation_leads_somewhere(rich):
    files = rich.files
    for kind in ("toc", "page-list", "landmarks"):
        for text, href in links(nav(rich, kind)):
            name, _, fragment = href.partition("#")
            assert f"EPUB/{name}" in files, text
            assert not fragment or f'id="{fragment}"'.encode() in files[f"EPUB/{name}"], href


def test_page_list_follows_the_markers_in_the_text(rich):
    root = rich.tree("article.xhtml")
    markers = [e.get("aria-label") for e in root.iter() if e.get("role") == "doc-pagebreak"]

    assert [text for text, _ in links(nav(rich, "page-list"))] == markers == ["1", "2", "3"]


def test_page_markers_are_empty_so_that_numbers_are_not_read_as_text(rich):
    root = rich.tree("article.xhtml")

    markers = [e for e in root.iter() if e.get("role") == "doc-pagebreak"]

    assert [(m.text, len(m)) for m in markers] == [(None, 0)] * 3


def test_without_pages_there_is_no_page_list(hebrew):
    assert "page-list" not in hebrew.text("nav.xhtml")
    assert "pageBreak" not in hebrew.text("content.opf")
    assert "pageList" not in hebrew.text("toc.ncx")


def test_landmarks_lead_to_cover_contents_and_text(rich):
    kinds = [a.get(TYPE) for a in nav(rich, "landmarks").iter(f"{XHTML}a")]

    assert kinds == ["cover", "toc", "bodymatter"]


def test_navigations_have_roles_and_names(rich):
    for kind, role in (("toc", "doc-toc"), ("page-list", "doc-pagelist")):
        assert nav(rich, kind).get("role") == role
    for kind in ("page-list", "landmarks"):
        assert nav(rich, kind).get("aria-label")


def test_words_of_ours_say_their_language_where_we_have_none_in_the_articles():
    article = samples.plain()
    meta = msgspec.structs.replace(article.meta, lang="bm")
    edition = make(msgspec.structs.replace(article, meta=meta))

    nav_text = edition.text("nav.xhtml")
    assert '<h2 id="toc-heading" lang="en" xml:lang="en" dir="ltr">Contents</h2>' in nav_text
    assert nav(edition, "page-list").get("lang") == "en"


def test_ncx_has_the_depth_and_the_pages_of_the_contents(plain):
    root = plain.tree("toc.ncx")
    heads = {meta.get("name"): meta.get("content") for meta in root.iter(f"{NCX}meta")}

    assert (heads["dtb:depth"], heads["dtb:totalPageCount"]) == ("3", "3")
    assert [t.get("value") for t in root.iter(f"{NCX}pageTarget")] == ["1", "2", "3"]
    assert heads["dtb:uid"] in plain.text("content.opf")


def test_a_page_number_that_comes_twice_is_a_value_once():
    labels = ("1", "1", "ii")
    breaks = tuple(Break(id=f"b-{n}", kind="page", label=label) for n, label in enumerate(labels))
    article = samples.plain()
    edition = make(msgspec.structs.replace(article, body=(*breaks, *article.body)))
    kinds = [
        (t.get("type"), t.get("value")) for t in edition.tree("toc.ncx").iter(f"{NCX}pageTarget")
    ]

    assert kinds == [("normal", "1"), ("special", None), ("special", None)]


def test_pages_that_the_article_brings_win_over_those_of_the_pdf():
    article = samples.plain()
    meta = msgspec.structs.replace(article.meta, issue="n° 12")
    page = Break(id="b-1", kind="page", label="47")
    edition = make(msgspec.structs.replace(article, meta=meta, body=(page, *article.body)))

    assert [text for text, _ in links(nav(edition, "page-list"))] == ["47"]
    assert ">Le Quotidien du Fleuve, 2025-11-03, n° 12<" in edition.text("content.opf")


def test_a_folio_of_the_pdf_is_marked_once():
    pages = Pagination(
        (PageStart("1", "title"), PageStart("1", "p-2-s1"), PageStart("2", "p-4-s1"))
    )
    edition = make(samples.plain(), pagination=pages)

    assert [text for text, _ in links(nav(edition, "page-list"))] == ["1", "2"]
    assert edition.text("article.xhtml").count('id="page-1"') == 1


def test_the_text_starts_where_no_id_of_the_article_is():
    article = samples.plain()
    taken = msgspec.structs.replace(article.body[0], id="content")
    edition = make(msgspec.structs.replace(article, body=(taken, *article.body[1:])))

    assert edition.text("article.xhtml").count('id="content"') == 1
    assert "article.xhtml#content-x" in edition.text("nav.xhtml")
