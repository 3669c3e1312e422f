"""Rows 25 to 27 and 39 to 50: markup, addresses, structure and sizes."""

# ruff: noqa: E501 (a table of cases reads best with one line each)

from tests.hostile.case import ARTICLE, BODY, Case, markdown, page

NO_ARGUMENTS = ()
LONG_NOTE = "A note goes on and on, and on it goes. " * 667


def _html(row: int, name: str, inner: str, outcome, says: str = "", **more) -> Case:
    return Case(row, name, page(inner), outcome, says, ".html", NO_ARGUMENTS, **more)


def _cells(count: int) -> str:
    return "".join(f"<td>{number}" for number in range(count))


def _rows(count: int) -> str:
    return "<tr><th>Year<th>Piers<th>Metres<th>Cost" + "".join(
        f"<tr><td>{1000 + number}{_cells(3)}" for number in range(count)
    )


def _nested(begin: str, end: str, depth: int) -> str:
    return begin * depth + "<p>The innermost words.</p>" + end * depth


CASES = [
    _html(25, "script, handler, frame and form", "<script>steal()</script><p onclick='steal()'>Clickable words.</p><iframe src='https://example.org/map'></iframe><form><input></form>", "warn", "HTML-001",
          shows=("Clickable words.",), hides=("steal", "<iframe", "<form", "<input", "onclick")),
    _html(26, "links of other schemes", "<p><a href='file:///etc/passwd'>a file</a>, <a href='javascript:x()'>a script</a>, <a href='data:text/html,x'>data</a>, <a href='vbscript:x'>another</a></p>", "warn", "HTML-002",
          shows=("a file, a script, data, another",), hides=('href="file', 'href="javascript', 'href="data', 'href="vbscript')),
    _html(27, "broken addresses", "<p><a href='http://['>one</a> <a href='http://a b'>two</a> <a href='//[::'>three</a> <a href='http://x/" + "y" * 10_000 + "'>four</a> <a href='http://x:99999999/'>five</a> <a href='JaVa\tScript:f()'>six</a> <a href='\x01vbscript:f()'>seven</a></p>", "warn", "HTML-002",
          shows=("one two three four five six seven",)),
    _html(39, "400 blocks in each other", _nested("<div>", "</div>", 400), "warn", "HTML-022", shows=("The innermost words.",)),
    _html(39, "400 quotations in each other", _nested("<blockquote>", "</blockquote>", 400), "err", "nests deeper than 100 levels"),
    _html(39, "60 lists in each other", _nested("<ul><li>x", "</li></ul>", 60), "err", "nests deeper than 100 levels"),
    _html(39, "20 tables in each other", _nested("<table><tr><td>x<td>y<tr><td>z<td>", "</table>", 20), "warn", "HTML", shows=("The innermost words.",)),
    _html(39, "2,000 bold runs in each other", "<p>" + "<b>" * 2000 + "The innermost words.", "err", "nests deeper than 100 levels"),
    _html(40, "tags unclosed and overlapping", "<p>One <b>two <i>three</b> four</i><h2>A heading <p>inside</p></h2><li>An item<p>of no list", "ok", shows=("three", "inside")),
    _html(41, "levels that skip, two titles, an empty heading", "<h4>Four</h4><p>x</p><h2>Two</h2><p>x</p><h6>Six</h6><p>x</p><h1>One</h1><p>x</p><h3></h3>", "warn", "HTML-021"),
    Case(41, "no heading at all", page("").replace(b"<h1>A bridge opens</h1>", b""), "ok", "", ".html", ()),
    _html(42, "1,000 headings in a row", "".join(f"<h2>Heading {number}</h2>" for number in range(1000)), "ok", shows=("Heading 999",), is_heavy=True),
    _html(42, "30 headings in a row", "".join(f"<h2>Heading {number}</h2>" for number in range(30)), "ok", shows=("Heading 29",)),
    _html(42, "a heading of 2,000 characters", f"<h2>{'word ' * 400}</h2><p>And its text.</p>", "warn", ""),
    _html(43, "ids given twice, dead anchors, a link to itself", "<p id=a>One <a id=b href='#b'>itself</a></p><p id=a>Two <a href='#nowhere'>nowhere</a></p>", "warn", "", shows=("nowhere",)),
    Case(44, "a word of 100,000 letters", f"{ARTICLE}\n{'abcdefghij' * 10_000}\n".encode(), "ok", hides=("abcdefghij" * 60,)),
    Case(44, "an address of 3,000 characters", f"{ARTICLE}\nSee https://example.org/{'abcdefghij' * 300} for more.\n".encode(), "ok"),
    _html(45, "10,000 breaks and empty paragraphs", f"<p>One{'<br>' * 10_000}two{'<p></p>' * 10_000}", "ok", shows=("One", "two"), is_heavy=True),
    Case(46, "200,000 words", b"A bridge opens\n\n" + f"{BODY}\n".encode() * 6_800, "ok", is_heavy=True),
    Case(46, "250,000 words", b"A bridge opens\n\n" + b"a b c d e f g h i j\n\n" * 25_000, "err", "250,0", is_heavy=True),
    Case(47, "a paragraph of 12 MB", b"A bridge opens\n\n" + b"word " * 2_500_000, "err", "over the limit of 5,000,000"),
    _html(48, "a table of 60 rows", f"<table>{_rows(60)}</table>", "ok"),
    _html(48, "a table of 3,000 rows", f"<table>{_rows(3_000)}</table>", "ok", is_heavy=True),
    _html(48, "a table of 200 columns", f"<table><tr>{_cells(200)}<tr>{_cells(200)}</table>", "warn", "", is_heavy=True),
    _html(48, "spans of a thousand million", "<table><tr><th colspan=1000000000>One<th>Two<tr><td rowspan=1000000000>Three<td>Four<td>Five</table>", "warn", "HTML-012"),
    _html(48, "a ragged table without headers", "<table><tr><td>One<tr><td>Two<td>Three<td>Four<tr><td>Five<td>Six</table>", "warn", ""),
    Case(49, "a note of 6,000 words", markdown(f"A call[^1] stands here.\n\n[^1]: {LONG_NOTE}"), "ok", "", ".md", (), shows=("A note goes on",), is_heavy=True),
    Case(49, "a note inside a note", markdown("A call[^1] stands here.\n\n[^1]: The first note calls another[^2].\n\n[^2]: The second note."), "ok", "", ".md", (), shows=("The second note.",)),
    Case(49, "500 notes", markdown("".join(f"Sentence {number}[^{number}].\n\n" for number in range(500)) + "".join(f"[^{number}]: Note {number}.\n\n" for number in range(500))), "ok", "", ".md", (), shows=("Note 499.",), is_heavy=True),
    _html(50, "a list that starts at 10^20", "<ol start=100000000000000000000><li>One<li value=x>Two</ol>", "warn", "HTML-010"),
    _html(50, "a list that starts below zero, and one in Roman numerals", "<ol start=-3><li>One<li>Two</ol><ol type=i start=4><li>Four<li>Five</ol>", "ok", shows=('start="-3"',)),
    _html(31, "style sheets, attachments and fonts from elsewhere", "<p style='background:url(http://127.0.0.1:65535/i.png)'>Styled words.</p><p><a rel=attachment href='file:///etc/hostname'>Attached words.</a></p>", "warn", "HTML"),
]  # fmt: skip
