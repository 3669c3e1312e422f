import pytest

from render.inspection.placeholders import is_any_picture, is_any_title, is_picture_file


@pytest.mark.parametrize(
    "title", ["Untitled", "sans titre", "ch001.xhtml", " New  document ", "a.docx"]
)
def test_a_title_that_any_document_could_have_says_nothing(title):
    assert is_any_title(title)


@pytest.mark.parametrize("title", ["Index", "The document that nobody signed", "Vol. 2", ""])
def test_a_title_of_its_own_says_something(title):
    assert not is_any_title(title)


@pytest.mark.parametrize(
    ("words", "source"), [("DSC_0042.JPG", ""), ("well", "images/well.webp"), ("a.avif", "b.png")]
)
def test_the_name_of_a_file_is_no_alternative(words, source):
    assert is_picture_file(words, source)


def test_words_for_what_is_seen_are_an_alternative():
    assert not is_picture_file("A well in the sand", "images/well.webp")
    assert not is_picture_file("", "")
    assert is_any_picture("Image")
    assert not is_any_picture("Image of a well")
