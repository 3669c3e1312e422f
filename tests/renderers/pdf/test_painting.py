"""Marks change nothing of what is painted."""

import io
from typing import Any

import pikepdf

from render.renderers.pdf import engine
from tests.renderers.pdf.laid_out import request

# Fonts that change inside what is painted apart: turned, see-through, cut off, placed.
BODY = (
    "<p>One <b>two <i style='display:inline-block;transform:rotate(3deg);font-size:20pt'>three"
    "</i> four</b> five <span style='opacity:.5;display:inline-block'><b>six</b> seven</span>"
    " eight</p><p>Then <b style='display:inline-block;overflow:hidden'>cut</b>"
    "<b style='display:inline-block;overflow:hidden'>off</b>"
    "</p><div style='overflow:hidden;height:30pt'><p style='font-size:8pt'>nine <b>ten"
    "</b></p></div><p>then <code>code</code></p><ul><li>an item <b>strong</b></li></ul>"
    "<p style='position:absolute;top:200pt;font-size:18pt'>placed</p><p>end</p>"
)


def test_every_word_keeps_its_font_size_and_place():
    asked = request(f'<html lang="en"><body><h1>Title</h1>{BODY}</body></html>', rules="")
    tagged = engine.write(asked).data
    untagged = engine.lay_out(asked).document.write_pdf()

    assert shown(tagged) == shown(untagged)
    assert len({size for _font, size, _place in shown(tagged)}) > 3


def shown(data: Any) -> Any:
    """Font, size and place of every text object, as a viewer finds them."""
    found: list[Any] = []
    kept: list[Any] = []
    font: Any = None
    place: Any = None
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pikepdf.parse_content_stream(pdf.pages[0]):
            match str(each.operator):
                case "q":
                    kept.append(font)
                case "Q":
                    font = kept.pop()
                case "Tf":
                    font = str(each.operands[0]), float(each.operands[1])
                case "Tm":
                    place = tuple(map(float, each.operands))
                case "TJ" if not found or found[-1] != (*font, place):
                    found.append((*font, place))
    return found
