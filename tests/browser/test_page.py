"""What only a browser can see of the page; each check must also fail on the bad twin."""

import pytest

from tests.browser.axe import violations, with_axe

pytestmark = [pytest.mark.validators("axe"), pytest.mark.slow]

SCHEMES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "contrast": {"contrast": "more"},
    "dark contrast": {"color_scheme": "dark", "contrast": "more"},
    "forced": {"forced_colors": "active"},
    "print": {"media": "print"},
}
PLAIN = {
    "media": "screen",
    "color_scheme": "light",
    "contrast": "no-preference",
    "forced_colors": "none",
    "reduced_motion": "reduce",
}

# Text spacing as WCAG 1.4.12 lets readers set it.
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important }
  p { margin-bottom: 2em !important }
"""

FOCUSED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return {tag: document.activeElement.localName, text: document.activeElement.innerText,
          href: document.activeElement.getAttribute("href"),
          width: box.width, height: box.height, left: box.left, top: box.top};
}"""
IN_FOCUS = "element => element === document.activeElement"
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CLIPPED = """() => [...document.querySelectorAll("p, h1, h2, h3, li, td, th, dt, dd, figcaption")]
  .filter(e => !e.closest(".skip") && getComputedStyle(e).overflow !== "visible"
               && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1))
  .map(e => e.outerHTML.slice(0, 80))"""
SCROLLS_DOWN = """() => [...document.querySelectorAll(".scroll, .formula")]
  .filter(e => e.scrollHeight > e.clientHeight).map(e => e.outerHTML.slice(0, 80))"""
PROSE = ".skip, p:not(.backlinks):not(.descriptions-of-figure), sup, dd"
SMALL = """prose => [...document.querySelectorAll("a, button, audio, [tabindex='0']")]
  .filter(element => !element.closest(prose))
  .map(element => [element.getBoundingClientRect(), element.outerHTML.slice(0, 80)])
  .filter(([box]) => box.height < 44 || box.width < 24).map(([, html]) => html)"""


def test_axe_finds_nothing_in_any_scheme(visit, page_file):
    page = with_axe(visit(page_file))
    found = {}
    for name, scheme in SCHEMES.items():
        page.emulate_media(**{**PLAIN, **scheme})
        found[name] = violations(page)
    assert found == {name: {} for name in SCHEMES}


def test_axe_finds_the_faults_of_the_bad_twin(visit, bad_file):
    found = violations(with_axe(visit(bad_file)))
    assert {"html-has-lang", "image-alt", "color-contrast"} <= set(found)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize(("number", "target"), [(1, "content"), (2, "contents"), (3, "player")])
def test_the_first_stops_are_skip_links_that_show_and_lead(
    visit, default_file, script, number, target
):
    page = visit(default_file, java_script_enabled=script)
    for _ in range(number):
        page.keyboard.press("Tab")
    link = page.locator(f".skip a[href='#{target}']")
    assert link.evaluate(IN_FOCUS)
    box = link.bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["width"] > 44
    assert box["height"] >= 44
    page.keyboard.press("Enter")
    assert page.locator(f"#{target}").evaluate(IN_FOCUS)
    page.keyboard.press("Tab")
    assert page.locator(f"#{target}").evaluate("e => e.contains(document.activeElement)")


def test_a_click_into_the_text_does_not_focus_the_skip_target(visit, default_file):
    page = visit(default_file)
    page.locator("#p-1").click()
    assert page.evaluate("document.activeElement === document.body")
    page.locator(".skip a").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.locator("#p-1").click()
    assert page.evaluate("document.activeElement === document.body")


def test_skip_links_are_out_of_sight_until_they_are_needed(visit, page_file):
    page = visit(page_file)
    assert page.locator(".skip a").first.bounding_box()["width"] <= 1


@pytest.mark.parametrize(("width_px", "zoom"), [(320, 1), (640, 2), (1280, 4)])
def test_nothing_scrolls_sideways_on_a_narrow_screen_or_enlarged(visit, page_file, width_px, zoom):
    # A browser enlarges by giving the page fewer CSS pixels, each larger.
    options = {
        "viewport": {"width": width_px // zoom, "height": 600},
        "device_scale_factor": zoom,
    }
    assert visit(page_file, **options).evaluate(TOO_WIDE) <= 0


def test_the_bad_twin_scrolls_sideways(visit, bad_file):
    assert visit(bad_file, viewport={"width": 320, "height": 600}).evaluate(TOO_WIDE) > 0


def test_nothing_is_lost_at_320_pixels_at_twice_the_size_or_with_wide_spacing(visit, page_file):
    page = visit(page_file, viewport={"width": 320, "height": 640})
    assert page.evaluate(TOO_WIDE) <= 0
    page.set_viewport_size({"width": 640, "height": 800})
    for style in ("html { font-size: 200% }", SPACING):
        page.add_style_tag(content=style)
        assert page.evaluate(TOO_WIDE) <= 0
        assert page.evaluate(CLIPPED) == []


def _walk(page):
    """Every stop of the Tab key with what it looks like, media's own controls left out."""
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["tag"] == "body":
            break
        if focused["tag"] in {"audio", "video"}:
            page.evaluate("document.activeElement.setAttribute('tabindex', '-1')")
            continue
        stops.append((focused, _difference(page)))
    return stops


def _difference(page):
    """Whether focus changes what one sees around the element in focus."""
    lit = page.screenshot()
    page.evaluate("window.held = document.activeElement; held.blur()")
    unlit = page.screenshot()
    page.evaluate("held.focus({preventScroll: true, focusVisible: true})")
    return lit != unlit


def test_focus_is_visible_at_every_stop(visit, page_file):
    stops = _walk(visit(page_file, viewport={"width": 700, "height": 600}))
    assert len(stops) > 12
    assert [stop for stop, seen in stops if not seen] == []


def test_on_the_bad_twin_a_focus_cannot_be_seen(visit, bad_file):
    stops = _walk(visit(bad_file, viewport={"width": 700, "height": 600}))
    assert [stop for stop, seen in stops if not seen] != []


def test_targets_outside_of_prose_are_large_enough(visit, page_file):
    assert visit(page_file).evaluate(SMALL, PROSE) == []


def test_a_table_is_a_stop_only_where_it_scrolls(visit, default_file):
    narrow = visit(default_file, viewport={"width": 320, "height": 640})
    assert narrow.locator(".scroll:has(#wide)").get_attribute("tabindex") == "0"
    assert narrow.locator(".scroll:has(#tbl-1)").get_attribute("tabindex") is None
    without = visit(default_file, java_script_enabled=False)
    assert without.locator(".scroll:has(#wide)").get_attribute("tabindex") == "0"


def test_what_scrolls_sideways_does_not_scroll_down_too(visit, page_file):
    page = visit(page_file)
    assert page.locator(".formula").count() > 0
    assert page.evaluate(SCROLLS_DOWN) == []


def test_the_page_asks_for_nothing_but_itself(visit, page_file):
    page = visit(page_file)
    outside = [url for url in page.requests if not url.startswith(("file:", "data:"))]
    assert outside == []
    assert [url for url in page.requests if url.startswith("file:")] == [page_file.as_uri()]


def test_every_word_is_there_without_script(visit, page_file):
    with_script = visit(page_file).inner_text(".body")
    without = visit(page_file, java_script_enabled=False).inner_text(".body")
    assert without == with_script
    assert len(without) > 900


def test_landmarks_and_headings_are_as_a_reader_hears_them(visit, page_file):
    heard = visit(page_file).locator("body").aria_snapshot()
    lines = [line.strip() for line in heard.splitlines()]
    for landmark in ("- banner:", "- main:", '- contentinfo "About this article":'):
        assert lines.count(landmark) == 1, heard[:3000]
    assert sum(line.startswith("- navigation") for line in lines) == 2
    levels = [line for line in lines if line.startswith("- heading")]
    assert levels[0].startswith('- heading "Salt & <light>" [level=1]')
    assert not any("[level=1]" in line for line in levels[1:])
