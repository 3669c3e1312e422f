"""The start-up check that the tagger still fits the installed WeasyPrint.

We stand on private parts of it. A small document is laid out, painted and tagged, and what
comes out is compared with a golden file, so that a change there is told and not printed.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from render.renderers.pdf.layout import LaidOut
from render.renderers.pdf.tagging.nodes import Content, LinkArea, Node
from render.renderers.pdf.tagging.tagger import Tagger

_SEAM = ("marked", "artifact", "begin_text", "end_text", "show_text", "add_font")


@cache
def misfit() -> str:
    """What does not fit, in one line; empty when all is well. Runs once in a process."""
    import weasyprint.pdf

    stream = getattr(weasyprint.pdf, "Stream", None)
    missing = [name for name in _SEAM if not hasattr(stream, name)]
    if missing:
        return f"its page stream has no {', '.join(missing)}"
    golden = files(__package__).joinpath("golden.txt").read_text(encoding="utf-8").splitlines()
    try:
        found = sketch(files(__package__).joinpath("golden.html").read_text(encoding="utf-8"))
    # Anything at all may have moved in there; whatever it is, we must not print with it.
    except Exception as error:  # noqa: BLE001
        return f"the check failed with {type(error).__name__}: {error}"
    for number, (wanted, line) in enumerate(zip(golden, found, strict=False), 1):
        if wanted != line:
            return f"line {number} of the golden tree is {line.strip()!r}, not {wanted.strip()!r}"
    return "" if len(golden) == len(found) else "the golden tree has another length"


def sketch(html: str) -> list[str]:
    """The tree of a document, a line for each node, once it is painted and written."""
    import weasyprint

    parsed = weasyprint.HTML(string=html)
    document = parsed.render()
    tagger = Tagger(LaidOut(document, parsed.etree_element), "1.7")
    with tagger.painting():
        document.write_pdf(finisher=lambda _document, pdf: tagger.finish(pdf))
    return list(_lines(tagger.root, 0))


def _lines(node: Node, depth: int) -> list[str]:
    words = "".join(kid.text if kid.mcids else "" for kid in node.kids if isinstance(kid, Content))
    areas = sum(isinstance(kid, LinkArea) for kid in node.kids)
    parts = [node.type, node.lang, "(linked)" if areas else "", " ".join(words.split())]
    lines = ["  " * depth + " ".join(part for part in parts if part)]
    for kid in node.kids:
        if isinstance(kid, Node):
            lines += _lines(kid, depth + 1)
    return lines
