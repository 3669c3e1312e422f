"""The reader's own settings: obeyed at once, kept in the browser, out of the way without script."""

import pytest

# Chromium comes with the validators.
pytestmark = [pytest.mark.validators("axe"), pytest.mark.slow]

STYLE = """property => getComputedStyle(
  document.querySelector(".body p"))[property]"""
GROUND = "() => getComputedStyle(document.documentElement).backgroundColor"


def _opened(page):
    page.locator(".preferences summary").click()
    return page


@pytest.mark.parametrize(
    "choice",
    [
        ("size", "200", "fontSize"),
        ("spacing", "wide", "letterSpacing"),
        ("spacing", "very-wide", "lineHeight"),
        ("typeface", "serif", "fontFamily"),
        ("typeface", "sans", "fontFamily"),
        ("colours", "dark", "color"),
        ("colours", "white-on-black", "color"),
        ("line", "short", "width"),
    ],
)
def test_each_choice_changes_the_text_and_is_kept(visit, default_file, come_back, choice):
    name, value, property_ = choice
    page = _opened(visit(default_file))
    before = page.evaluate(STYLE, property_)
    page.locator(f"[data-keep='{name}']").select_option(value)
    chosen = page.evaluate(STYLE, property_)
    assert chosen != before
    come_back(page)
    assert page.evaluate(STYLE, property_) == chosen
    assert page.locator(f"[data-keep='{name}']").input_value() == value
    _opened(page).locator(".restore").click()
    assert page.evaluate(STYLE, property_) == before
    come_back(page)
    assert page.evaluate(STYLE, property_) == before


def test_what_the_reader_chose_wins_over_what_the_device_says(visit, default_file):
    light = visit(default_file).evaluate(GROUND)
    page = _opened(visit(default_file, color_scheme="dark"))
    dark = page.evaluate(GROUND)
    page.locator("[data-keep='colours']").select_option("light")
    assert page.evaluate(GROUND) == light != dark


def test_choices_are_made_by_keyboard_alone(visit, default_file):
    page = visit(default_file)
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.localName") == "summary"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.documentElement.dataset.size") == "125"


def test_choices_stay_in_this_browser(visit, default_file):
    page = _opened(visit(default_file))
    page.locator("[data-keep='size']").select_option("150")
    assert page.evaluate("localStorage.getItem('lisible-reading')") == '{"size":"150"}'
    assert page.evaluate("document.cookie") == ""
    assert page.requests == [default_file.as_uri()]


def test_a_value_that_no_choice_has_is_as_if_nothing_were_chosen(visit, default_file, come_back):
    page = visit(default_file)
    before = page.evaluate(STYLE, "fontSize")
    page.evaluate('localStorage.setItem(\'lisible-reading\', \'{"size":"9","speed":7}\')')
    come_back(page)
    assert page.evaluate(STYLE, "fontSize") == before
    assert page.locator("[data-keep='size']").input_value() == ""
    page.evaluate("localStorage.setItem('lisible-reading', 'no JSON')")
    come_back(page)
    assert page.locator(".preferences").is_visible()


def test_a_printed_page_is_not_dark(visit, default_file):
    page = _opened(visit(default_file))
    page.locator("[data-keep='colours']").select_option("white-on-black")
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    assert not page.locator(".preferences").is_visible()


@pytest.mark.parametrize("width_px", [320, 1280])
def test_the_largest_and_widest_settings_lose_nothing_sideways(visit, default_file, width_px):
    page = _opened(visit(default_file, viewport={"width": width_px, "height": 700}))
    page.locator("[data-keep='size']").select_option("200")
    page.locator("[data-keep='spacing']").select_option("very-wide")
    page.locator("[data-keep='line']").select_option("whole")
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") <= 0
