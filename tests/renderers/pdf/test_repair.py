"""The smallest correction that makes glyphs read as what was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.renderers.pdf.tagging.repair import Correction, Glyph, correction


def glyphs(*texts):
    return [Glyph(0, number, number + 1, text) for number, text in enumerate(texts)]


def read(painted, corrected):
    before = "".join(glyph.text for glyph in painted[: corrected.first])
    after = "".join(glyph.text for glyph in painted[corrected.last :])
    return before + corrected.text + after


@pytest.mark.parametrize(
    ("painted", "written", "expected"),
    [
        (glyphs(*"pré-"), "pré\u00ad", Correction(3, 4, "\u00ad")),
        (glyphs("o", "ffi", "x"), "oﬃx", Correction(1, 2, "ﬃ")),
        (glyphs(*"2026 "), " 2026 ", Correction(0, 1, " 2")),
        (glyphs(*"ab"), "ab ", Correction(1, 2, "b ")),
        (glyphs(*"a-b"), "a‑b", Correction(1, 2, "‑")),
        (glyphs(*"ab "), "ab", Correction(2, 3, "")),
        (glyphs(*"םלש"), "שלם", Correction(0, 3, "שלם")),
        (glyphs(*"straSSe"), "straße", Correction(4, 6, "ß")),
    ],
)
def test_the_correction_is_the_smallest(painted, written, expected):
    assert correction(painted, written) == expected


@given(
    st.lists(st.sampled_from(["a", "b", " ", "ffi", "-", "é", "א", "ب"]), min_size=1),
    st.text(st.sampled_from("abé -fiאב"), min_size=1),
)
def test_corrected_glyphs_read_as_written(texts, written):
    painted = glyphs(*texts)
    assert read(painted, correction(painted, written)) == written
