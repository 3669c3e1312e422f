"""Words longer than their line: broken, wherever they stand."""

import pytest

from render import theme
from render.pdf_reading import read_tree, text_of
from render.renderers.pdf import engine
from tests.renderers.pdf.laid_out import painted, press, request

WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{WORD}</h1>",
        f"<h2>{WORD}</h2>",
        f"<h6>{WORD}</h6>",
        f"<dl><dt>{WORD}</dt><dd>{WORD}</dd></dl>",
        f"<table><caption>{WORD}</caption><tr><td>1</td></tr></table>",
        f'<aside class="aside"><p class="aside-label">{WORD}</p><p>x</p></aside>',
        f'<nav role="doc-toc"><ol><li><a href="#title">{WORD}</a></li></ol></nav>',
        f'<p class="kicker">{WORD}</p><p class="byline">{WORD}</p>',
        f'<blockquote><p class="attribution">{WORD}</p></blockquote>',
        f"<p><strong>{WORD}</strong></p>",
    ],
)
def test_a_long_word_stays_between_the_margins(body):
    for page, box in painted(body, theme.load("default").css("print.css"), "a5", "de"):
        assert box.position_x + box.width <= page.width - page._page_box.margin_right + 1


@pytest.mark.slow
def test_on_paper_a_heading_is_hyphenated_and_said_as_written():
    response = engine.write(
        request(HEADING, lang="de", edition="print", size="a5", cmyk_profile=press())
    )
    (heading,) = (tag for tag in read_tree(response.data).tags() if tag.name == "H2")
    assert text_of(heading).replace("\u00ad", "") == WORD


HEADING = (
    '<!DOCTYPE html><html lang="de" class="print"><head><title>Title</title></head><body>'
    f"<h1>Title</h1><main><h2>{WORD}</h2></main></body></html>"
)
