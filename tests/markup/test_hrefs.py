import pytest

from render.markup.hrefs import followable

TARGETS = {"p-1", "été"}


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("https://example.org/a?b=1&c", "https://example.org/a?b=1&c"),
        ("https://example.org/a b\u0000", "https://example.org/a%20b%00"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+22320000000", "tel:+22320000000"),
        ("#p-1", "#p-1"),
        ("#%C3%A9t%C3%A9", "#%C3%A9t%C3%A9"),
        ("#nowhere", None),
        ("javascript:alert(1)", None),
        (" JaVaScRiPt:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/hosts", None),
        ("page2.html", None),
        ("//example.org/", None),
        ("https:///nowhere", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_a_link_leads_to_the_open_web_or_into_the_article_or_is_text(href, written):
    assert followable(href, TARGETS) == written
