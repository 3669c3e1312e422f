"""What editions may differ in and still agree."""

from render.checks.agreement.headings import headings
from render.inspection import Heading, Reading
from render.plugins import CheckedFile


def test_a_heading_may_name_the_picture_in_it():
    page = Reading("", (Heading(1, "Tides"), Heading(2, "The bay at noon")), "en")
    print_ = Reading("", (Heading(1, "Tides"), Heading(2, "The bay Image: at noon")), "en")
    files = [(CheckedFile(name, "", b""), read) for name, read in (("a", page), ("b", print_))]

    assert list(headings(files, None)) == []
