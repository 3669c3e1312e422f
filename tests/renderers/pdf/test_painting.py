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


# Most glyphs are met again, at two sizes, stretched, kerned, spaced, joined, marked and turned.
LINES = (
    "<p style='text-align:justify'>"
    + "AVATAR To Wait, office and “Ty” at 10\u202f000 kg. " * 12
    + "</p><p style='font-size:20pt'>"
    + "AVATAR To Wait, office <i>and</i> “Ty”. " * 5
    + "</p><p style='letter-spacing:2pt;word-spacing:3pt'>"
    + "AVATAR a b office. " * 9
    + "</p><p lang='ar' dir='rtl'>"
    + "\u0627\u0644\u0645\u0650\u064a\u0646\u0627\u0621 port \u0662\u0660. " * 12
    + "</p><pre>a\tb\n\tc</pre><p>H<sub>2</sub>O e\u0301 \u1ec7 x\u0323\u0302 "
    + "e\u0301 \u1ec7 x\u0323\u0302</p>"
)


def test_every_glyph_is_set_as_the_engine_sets_it():
    asked = request(f'<html lang="en"><body><h1>Title</h1>{LINES}</body></html>', rules="")
    tagged, untagged = (
        glyphs(engine.write(asked).data),
        glyphs(engine.lay_out(asked).document.write_pdf()),
    )

    assert len(tagged) == len(untagged) > 30
    for ours, theirs in zip(tagged, untagged, strict=True):
        # A space may be added at the end of a line, that words be parted.
        assert ours[: len(theirs)] == theirs
        assert len(ours) <= len(theirs) + 1


def glyphs(data: Any) -> list[list[Any]]:
    """The codes and the kerning between them, line by line."""
    found: list[list[Any]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for each in pikepdf.parse_content_stream(page):
                match str(each.operator):
                    case "Tm":
                        found.append([])
                    case "TJ":
                        for operand in each.operands[0]:
                            if isinstance(operand, pikepdf.String):
                                codes = bytes(operand)
                                found[-1] += [codes[at : at + 2] for at in range(0, len(codes), 2)]
                            elif float(operand):
                                found[-1].append(float(operand))
    return found


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
