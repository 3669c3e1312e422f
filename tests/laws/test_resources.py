"""Law 11: twice as much takes at most 2.6 times as long, in the page and in print."""

import time
from math import inf

import pytest

from render.pipeline import BuildOptions, build, read
from render.reading import Source
from tests.hostile.case import page

pytestmark = pytest.mark.slow

LIMIT = 2.6
WORDS = "Some words of a paragraph, and then some more of them. "
SHAPES = {
    "paragraphs": lambda n: "".join(f"<p>{WORDS * 3}</p>" for _ in range(n)),
    "rows": lambda n: "<table><tr><th>A<th>B</tr>" + "<tr><td>1<td>2</tr>" * n + "</table>",
    "links": lambda n: "".join(
        f"<p>See <a href='https://example.org/{k}'>this one, {k}</a>.</p>" for k in range(n)
    ),
    "breaks": lambda n: "".join(f"<p>{'word<br>' * 12}</p>" for _ in range(n)),
}


def _seconds(shape, count, formats):
    source = Source(page(SHAPES[shape](count)), "a.html")
    begin = time.process_time()
    build(read(source), "a", BuildOptions(to=formats, voice="silent"))
    return time.process_time() - begin


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_as_much_of_it_takes_little_more_than_twice_as_long(shape):
    _seconds(shape, 50, ("html",))  # imports

    once, twice = inf, inf
    # The least of several: a busy machine takes longer, and never less.
    for attempt in range(10):
        once = min(once, _seconds(shape, 400, ("html",)))
        twice = min(twice, _seconds(shape, 800, ("html",)))
        if attempt >= 2 and twice <= LIMIT * once:
            return
    pytest.fail(f"{twice:.2f} s for twice of what takes {once:.2f} s")
