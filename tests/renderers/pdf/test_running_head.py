"""The running head: one line on the paper, at the edge where its language begins."""

import pytest

from render import theme
from render.renderers.pdf import frame
from render.renderers.pdf.layout import descendants, margin_boxes
from render.renderers.pdf.options import PdfOptions
from render.renderers.pdf.text_size import resized
from tests.renderers.pdf.laid_out import pages, request


def running_head(title, name="default", size_pt=None, lang="en", reads="ltr"):
    """The page after the first, and the boxes of the lines in its upper left margin."""
    css = theme.load(name).css("print.css")
    html = (
        f'<html lang="{lang}" dir="{reads}"><body><header class="article-head" '
        f'data-running-head="{title}"><h1>T</h1></header>'
        '<p>One.</p><p style="break-before: page">Two.</p></body></html>'
    )
    asked = request(
        html,
        css=resized(css, size_pt) if size_pt else css,
        rules=frame.rules(PdfOptions(page_size="a5"), reads),
    )
    page = pages(asked)[-1]
    (margin,) = (box for box in margin_boxes(page) if box.at_keyword == "@top-left")
    return page, [box for box in descendants(margin) if type(box).__name__ == "LineBox"]


@pytest.mark.parametrize("name", theme.available())
@pytest.mark.parametrize("size_pt", [None, 24])
def test_it_is_one_line_on_the_paper(name, size_pt):
    _, lines = running_head("A title of many words that goes on and on " * 2, name, size_pt)
    (line,) = lines
    assert line.position_y >= 0


@pytest.mark.parametrize("name", ["default", "magazine", "high-contrast", "dyslexia"])
def test_it_stands_at_the_right_where_the_language_begins_there(name):
    page, (line,) = running_head("عنوان المقال", name, lang="ar", reads="rtl")
    right = page.width - page._page_box.margin_right
    assert line.position_x + line.width == pytest.approx(right)


def test_it_stands_at_the_left_in_all_other_languages():
    page, (line,) = running_head("A title")
    assert line.position_x == pytest.approx(page._page_box.margin_left)
