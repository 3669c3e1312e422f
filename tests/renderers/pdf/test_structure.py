"""The tree holds each element once, and what is no content is a typed artifact."""

from collections import Counter

import pytest

from render.pdf_reading import Annotation, read_tree, text_of
from tests.renderers.pdf.laid_out import lay, tree

LONG = "A paragraph that is long enough to be cut by lines, columns and pages alike. " * 12


@pytest.mark.slow
def test_elements_are_counted_as_in_the_article_however_they_are_cut():
    body = (
        "<section><h2>Cut</h2>"
        + "".join(f"<p>{LONG}</p>" for _ in range(5))
        + "<ol>"
        + "".join(f"<li>{number} {LONG}</li>" for number in range(12))
        + "</ol><blockquote><p>"
        + LONG * 3
        + "</p></blockquote></section>"
    )
    for css in ("", "main { columns: 2 } @page { margin: 8mm }"):
        found = tree(body, css=css, size="a5")
        assert len(found.page_labels) > 5
        assert Counter(tag.name for tag in found.tags()) == {
            "Document": 1,
            "H1": 1,
            "Sect": 1,
            "H2": 1,
            "P": 6,
            "L": 1,
            "LI": 12,
            "Lbl": 12,
            "LBody": 12,
            "BlockQuote": 1,
        }


def test_running_heads_and_folios_are_pagination_artifacts():
    found = tree(f"<p>{LONG * 5}</p>", size="a5")
    kinds = {(each.kind, each.subtype, each.text) for each in found.artifacts if each.text}
    assert ("Pagination", "Header", "Title") in kinds
    assert ("Pagination", "Footer", "2") in kinds


def test_all_content_is_tagged_or_an_artifact():
    body = (
        f'<h2>Head</h2><p style="border: 1px solid; background: yellow">{LONG}<u>under</u></p>'
        '<ul style="list-style-position: outside"><li>One</li></ul><hr>'
        '<p style="box-shadow: 0 0 2px red">Shadow</p><img src="asset:red" alt="" />'
    )
    assert tree(body).untagged == ()


def test_a_link_over_lines_and_pages_has_one_annotation_a_page():
    words = "a link with a great many words in it that goes on and on " * 40
    found = tree(
        f'<p><a href="https://example.org/">{words} <em>to its end</em></a></p>', size="a5"
    )
    (link,) = [tag for tag in found.tags() if tag.name == "Link"]
    areas = [kid for kid in link.children if isinstance(kid, Annotation)]
    assert [area.page for area in areas] == list(range(1, len(areas) + 1))
    assert len(areas) > 1
    assert all(area.quads > 5 and area.contents == text_of(link) for area in areas)


def test_the_box_of_a_figure_is_where_the_picture_is_printed():
    response = lay('<div class="image"><img src="asset:red" alt="Red"></div>')
    (figure,) = [tag for tag in read_tree(response.data).tags() if tag.name == "Figure"]
    left, bottom, right, top = map(float, figure.attributes["Layout.BBox"].split())
    # 40 by 20 pixels on an A4 page in points, in the text area.
    assert (right - left, top - bottom) == (30, 15)
    assert 90 < left < 110
    assert 400 < bottom < top < 800


def test_notes_and_their_calls_refer_to_each_other_in_the_archive():
    body = (
        '<p>Text<sup><a id="c" role="doc-noteref" href="#n">1</a></sup>.</p>'
        '<section role="doc-endnotes"><h2>Notes</h2><ol><li id="n"><p>Note.</p></li></ol></section>'
    )
    found = tree(body, edition="archive")
    (call,) = [tag for tag in found.tags() if tag.name == "Reference"]
    (note,) = [tag for tag in found.tags() if tag.name == "FENote"]
    assert call.references == (note.id,) == ("n",)
    assert len(note.references) == 1


def test_an_empty_cell_keeps_its_place_and_nothing_else_empty_is_kept():
    found = tree("<div></div><p></p><table><tr><td>a</td><td></td><td>c</td></tr></table>")
    assert [tag.name for tag in found.tags()] == [
        *("Document", "H1", "Table", "TBody", "TR"),
        *("TD", "TD", "TD"),
    ]
