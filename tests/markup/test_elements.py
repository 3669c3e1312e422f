import pytest
from markupsafe import Markup

from render.markup.elements import breakable_text, element, join, text, void


def test_text_and_attributes_cannot_leave_their_place():
    written = element("p", {"title": '"><script>'}, text("</p><script>&amp;"))
    assert written == ('<p title="&quot;&gt;&lt;script&gt;">&lt;/p&gt;&lt;script&gt;&amp;amp;</p>')


def test_an_attribute_that_is_none_or_false_is_left_out_and_true_is_empty():
    assert element("audio", {"controls": True, "loop": False, "src": None}) == (
        '<audio controls=""></audio>'
    )


def test_a_plain_string_among_markup_is_escaped():
    assert join([Markup("<b>"), "<i>"]) == "<b>&lt;i&gt;"  # type: ignore[list-item]


def test_void_elements_close_themselves_in_xhtml_only():
    assert void("br", {}, xhtml=True) == "<br/>"
    assert void("br", {}, xhtml=False) == "<br>"
    with pytest.raises(ValueError, match="'p' is not a void element"):
        void("p", {}, xhtml=False)


def test_an_endless_word_may_break_every_40_letters_and_keeps_them_all():
    word = "a" * 1000
    written = breakable_text(f"before {word}", xhtml=False)
    assert written.count("<wbr>") == 24
    assert written.replace("<wbr>", "") == f"before {word}"


def test_a_break_opportunity_never_parts_a_letter_from_its_marks():
    written = breakable_text("e\u0301" * 400, xhtml=False)
    assert "<wbr>" in written
    assert "<wbr>\u0301" not in written


def test_a_word_of_500_letters_is_left_alone():
    assert breakable_text("a" * 500, xhtml=False) == "a" * 500
