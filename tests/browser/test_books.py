"""The style of a book on a narrow screen: no line and no formula makes the page wider."""

import pytest

from render.theme import available, load

WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
BODY = f"""<h1>{WORD}</h1><h2>{WORD}</h2><dl><dt>{WORD}</dt><dd>{WORD}</dd></dl>
<div class="scroll"><table><caption>{WORD}</caption><tr><td>1</td></tr></table></div>
<aside class="aside"><p class="aside-label">{WORD}</p></aside>
<nav><ol><li><a href="#a">{WORD}</a></li></ol></nav>"""
FORMULA = (
    '<p>Before.</p><div class="formula"><math display="block"><mrow><msubsup><mo>∫</mo><mn>0</mn>'
    f"<mi>x</mi></msubsup>{'<mi>x</mi><mo>+</mo>' * 60}<msqrt><mfrac><mi>x</mi><mi>y</mi></mfrac>"
    "</msqrt></mrow></math></div>"
)
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.slow
@pytest.mark.parametrize("theme_name", available())
def test_a_page_of_a_book_fits_a_narrow_screen(browser, theme_name):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.set_content(f"<style>{load(theme_name).css('epub.css')}</style><body>{BODY}</body>")
    assert page.evaluate(TOO_WIDE) <= 0
    page.close()


@pytest.mark.slow
def test_a_long_formula_scrolls_sideways_on_its_own(browser):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.set_content(f"<style>{load('default').css('epub.css')}</style><body>{FORMULA}</body>")
    assert page.evaluate(TOO_WIDE) <= 0
    assert page.evaluate(
        "(f => f.scrollWidth > f.clientWidth && f.scrollHeight <= f.clientHeight)"
        "(document.querySelector('.formula'))"
    )
    page.close()
