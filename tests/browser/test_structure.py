"""What WCAG asks of the structure of the page and only a browser can answer, a row a test."""

import re

import pytest

from render.theme import contrast

# Chromium comes with the validators.
pytestmark = [pytest.mark.validators("axe"), pytest.mark.slow]

STOPS = """() => [...document.querySelectorAll(
    "a[href], button, summary, select, input, audio, [tabindex='0']")]
  .filter(e => e.checkVisibility({contentVisibilityAuto: true}))"""
FOCUS_STYLES = f"""() => ({STOPS})().filter(e => e.localName !== "audio").map(e => {{
  e.focus({{focusVisible: true}});
  const style = getComputedStyle(e);
  return [e.outerHTML.slice(0, 60), parseFloat(style.outlineWidth), style.outlineStyle,
          style.outlineColor, getComputedStyle(document.body.parentElement).backgroundColor];
}})"""
COVERED = f"""() => ({STOPS})().filter(e => e.localName !== "audio").filter(e => {{
  e.focus({{focusVisible: true}});
  const box = e.getBoundingClientRect();
  const seen = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
    Math.min(Math.max(box.top + Math.min(box.height / 2, 10), 1), innerHeight - 1));
  return !(e.contains(seen) || seen.contains(e));
}}).map(e => e.outerHTML.slice(0, 80))"""
IN_DOCUMENT_ORDER = f"""() => {{
  const stops = ({STOPS})();
  return stops.every(e => e.tabIndex <= 0);
}}"""
MOVING = """() => [...document.querySelectorAll("*")].filter(e => {
  if (e.closest("audio")) { return false; }
  const style = getComputedStyle(e);
  return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
}).map(e => e.outerHTML.slice(0, 80))"""
ORDER = """() => [...document.querySelectorAll(
    ".article-head, .player, .contents, .body, .notes, .about")]
  .map(e => [e.className.split(" ")[0], e.getBoundingClientRect().top])"""


def _hex(colour):
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def test_1_3_2_parts_are_seen_in_the_order_they_are_read(visit, page_file):
    parts = visit(page_file).evaluate(ORDER)
    assert [top for _name, top in parts] == sorted(top for _name, top in parts)
    assert len(parts) == 6


@pytest.mark.parametrize("size", [(844, 390), (390, 844)])
def test_1_3_4_the_page_works_in_both_orientations(visit, default_file, size):
    page = visit(default_file, viewport={"width": size[0], "height": size[1]})
    assert page.locator("h1").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "orientation" not in default_file.read_text(encoding="utf-8")


def test_1_4_4_a_reader_may_zoom(visit, default_file):
    content = visit(default_file).locator("meta[name='viewport']").get_attribute("content")
    assert "user-scalable" not in content
    assert "maximum-scale" not in content


def test_1_4_10_a_wide_table_scrolls_in_a_region_with_a_name(visit, page_file):
    page = visit(page_file, viewport={"width": 320, "height": 640})
    regions = page.locator(".scroll[tabindex='0']")
    assert regions.count() > 0
    for region in regions.all():
        assert region.get_attribute("role") in {"region", "group"}
        assert region.get_attribute("aria-labelledby") or region.get_attribute("aria-label")


def test_2_1_2_the_tab_key_leaves_the_page_again(visit, page_file):
    page = visit(page_file)
    # The browser's own player has stops of its own, and what scrolls may be one.
    page.evaluate("document.querySelectorAll('audio').forEach(e => e.remove())")
    count = page.evaluate(f"({STOPS})().length") + 5
    passed = 0
    while passed <= count:
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        passed += 1
    assert 10 < passed <= count


def test_2_2_2_no_sound_starts_by_itself(visit, default_file):
    page = visit(default_file)
    assert page.evaluate("[...document.querySelectorAll('audio')].every(e => e.paused)")
    assert page.locator("[autoplay]").count() == 0


def test_2_3_3_nothing_moves_by_itself(visit, page_file):
    assert visit(page_file, reduced_motion="no-preference").evaluate(MOVING) == []


def test_2_4_2_the_title_names_the_article(visit, default_file):
    page = visit(default_file)
    assert page.title().startswith(page.locator("h1").inner_text())


def test_2_4_3_the_tab_key_follows_the_document(visit, page_file):
    assert visit(page_file).evaluate(IN_DOCUMENT_ORDER)


@pytest.mark.parametrize("width_px", [320, 1280])
def test_2_4_11_nothing_covers_what_has_the_focus(visit, page_file, width_px):
    page = visit(page_file, viewport={"width": width_px, "height": 500})
    page.locator(".preferences summary").click()
    assert page.evaluate(COVERED) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_2_4_13_the_ring_of_focus_is_three_pixels_and_stands_out(visit, page_file, scheme):
    page = visit(page_file, color_scheme=scheme)
    page.locator(".preferences summary").click()
    rings = page.evaluate(FOCUS_STYLES)
    assert len(rings) > 15
    weak = [
        ring
        for ring in rings
        if ring[1] < 3 or ring[2] == "none" or contrast(_hex(ring[3]), _hex(ring[4])) < 3
    ]
    assert weak == []


def test_3_1_2_a_passage_in_another_language_says_so_and_its_direction(visit, default_file):
    page = visit(default_file)
    arabic = page.locator(".body [lang='ar']").first
    assert arabic.get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == "en"


def test_on_paper_there_is_the_article_and_no_controls(visit, page_file):
    page = visit(page_file)
    page.emulate_media(media="print")
    for absent in (".skip", ".player", ".contents", ".preferences"):
        assert not page.locator(absent).first.is_visible(), absent
    assert page.locator("h1").is_visible()
    assert page.locator(".body").is_visible()


def test_many_tools_find_the_words_without_style(visit, default_file):
    page = visit(default_file)
    with_style = page.inner_text(".body").split()
    page.evaluate("document.querySelectorAll('style').forEach(e => e.remove())")
    assert page.inner_text(".body").split() == with_style
