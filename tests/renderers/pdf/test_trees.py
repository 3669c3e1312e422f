"""The tag tree of each kind of element, as text that a person can judge."""

import re
from pathlib import Path

import pytest

from render.pdf_reading import listing
from tests.renderers.pdf.laid_out import tree

TREES = Path(__file__).parent / "trees"


@pytest.mark.parametrize("edition", ["accessible", "archive"])
@pytest.mark.parametrize("name", sorted(path.stem for path in TREES.glob("*.html")))
def test_the_tree_is_what_a_person_would_draw(name, edition):
    body = (TREES / f"{name}.html").read_text(encoding="utf-8")
    lang = "ar" if name == "right_to_left" else "en"
    found = re.sub(
        r" Layout.BBox=[-\d. ]+", " Layout.BBox=… ", listing(tree(body, edition=edition, lang=lang))
    )
    golden = TREES / f"{name}.{edition}.txt"
    assert found == golden.read_text(encoding="utf-8")
