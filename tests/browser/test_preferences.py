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
def test_each_choice_changes_the_text_and_is_kept(visit, default_file, choice):
    name, value, property_ = choice
    page = _opened(visit(default_file))
    before = page.evaluate(STYLE, property_)
    page.locator(f"[data-keep='{name}']").select_option(value)
    chosen = page.evaluate(STYLE, property_)
    assert chosen != before
    page.reload()
    assert page.evaluate(STYLE, property_) == chosen
    assert page.locator(f"[data-keep='{name}']").input_value() == value
    _opened(page).locator(".restore").click()
    assert page.evaluate(STYLE, property_) == before
    page.reload()
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
    for store in ("localStorage", "sessionStorage"):
        kept = page.evaluate(f"JSON.parse({store}.getItem('lisible-reading'))")
        assert kept == {"size": "150", "changes": 1}
    assert page.evaluate("document.cookie") == ""
    assert page.requests == [default_file.as_uri()]


@pytest.mark.parametrize(
    ("in_tab", "in_browser", "size"),
    [
        ('{"size":"150","changes":1}', "", "150"),
        ("", '{"size":"150","changes":1}', "150"),
        ('{"size":"150","changes":1}', '{"size":"200","changes":2}', "200"),
        ('{"size":"150","changes":2}', '{"size":"200","changes":1}', "150"),
        ("no JSON", "7", ""),
        ("", '{"size":"9","speed":7}', ""),
    ],
)
def test_the_later_choice_counts_whichever_store_is_left(
    visit, default_file, in_tab, in_browser, size
):
    page = visit(default_file)
    # Set before the page's own scripts run: Chromium loses what is stored just before a reload.
    for store, value in (("sessionStorage", in_tab), ("localStorage", in_browser)):
        page.add_init_script(f"{store}.setItem('lisible-reading', {value!r})")
    page.reload()
    assert page.locator("[data-keep='size']").input_value() == size
    assert page.locator(".preferences").is_visible()
    if size:
        assert page.evaluate("document.documentElement.dataset.size") == size
        for store in ("sessionStorage", "localStorage"):
            assert page.evaluate(f"JSON.parse({store}['lisible-reading']).size") == size


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
