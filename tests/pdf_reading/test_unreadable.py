"""What is no PDF, or a broken one."""

import pytest

from render.checks.pdf_x import order
from render.pdf_reading import read_tree

DATA = [b"", b"%PDF-1.7\nxx", b"GIF89a", b"%PDF-1.7\ntrailer\n<< /Root 1 0 R >>"]


@pytest.mark.parametrize("read", [read_tree, lambda data: list(order.everything(data))])
@pytest.mark.parametrize("data", DATA, ids=repr)
def test_it_is_told_in_words_that_are_the_same_each_time(data, read):
    with pytest.raises(ValueError, match=r"^the PDF cannot be read: [^<>]*$"):
        read(data)
