"""The numbers of a list stand in the column of the list, however long they are."""

import pytest

from render import theme
from tests.renderers.pdf.laid_out import painted

ITEMS = "<li>x</li>" * 3


@pytest.mark.slow
@pytest.mark.parametrize("name", theme.available())
@pytest.mark.parametrize(
    "opening",
    [
        '<ol start="1998">',
        '<ol start="100">',
        '<ol start="7" type="I">',
        '<ol start="387" type="I">',
        '<ol start="38" type="i">',
        '<ol start="701" type="A">',
        '<ol start="-1000">',
        '<ol><li value="12345">x</li>',
    ],
)
def test_a_long_number_stands_between_the_margins(name, opening):
    css = theme.load(name).css("print.css") + "main { columns: 1 }"
    body = f"<p>Before.</p>{opening}{ITEMS}</ol>"
    for page, box in painted(body, css, "a4"):
        assert box.position_x >= page._page_box.margin_left - 0.5


def test_a_list_with_short_numbers_is_indented_as_ever():
    css = theme.load("default").css("print.css")
    first, short, long = (
        next(
            box.position_x
            for _, box in painted(f'<ol start="{start}">{ITEMS}</ol>', css, "a4")
            if box.text == "x"
        )
        for start in (1, 97, 98)
    )
    assert first == short < long
