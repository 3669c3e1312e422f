"""The tree is the document: one element for one, in its order, with its words, however it is cut.

What is expected is read from the HTML by rules of a few lines, apart from the tagger's.
"""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from render.pdf_reading import Tag, Words, read_tree
from tests.renderers.pdf.laid_out import lay, press

pytestmark = pytest.mark.slow

LONG = "A paragraph that is long enough to be cut by lines, columns and pages alike. " * 5
ARABIC = "يأتي الماء ليلاً في عام 2026، والأطفال هم أول من يسمعه (قبل الجميع). " * 6
HEBREW = "המים באים בלילה של 2026, והילדים שומעים אותם ראשונים (לפני כולם). " * 6
ROOT = '<math alttext="the root of x"><msqrt><mi>x</mi></msqrt></math>'


def items(count, inner=""):
    return "".join(f"<li>{number} {LONG}{inner}</li>" for number in range(count))


NESTED = f"<ul><li>Inner {LONG}<ol><li>Deep {LONG}</li><li>Deeper</li></ol></li><li>Last</li></ul>"
ROWS = "".join(
    f'<tr><th scope="row" rowspan="2">Port {number}</th><th scope="row">In</th><td>{number}</td>'
    f"<td>{LONG}</td></tr><tr><th scope='row'>Out</th><td colspan='2'>{ROOT} of {number}</td></tr>"
    for number in range(9)
)
NOTES = "".join(f'<li id="n{number}"><p>Note {number}: {LONG}</p></li>' for number in range(9))
CALLS = "".join(
    f'<p>{LONG}<sup><a role="doc-noteref" href="#n{number}">{number + 1}</a></sup></p>'
    for number in range(9)
)
BODY = f"""
<nav role="doc-toc"><h2>Contents</h2><ol><li><a href="#a">Cut lists</a><ol><li><a href="#b">Cut
tables</a></li></ol></li><li><a href="#c">Other scripts</a></li></ol></nav>
<section id="a"><h2>Cut lists</h2><p>{LONG}<em>Stress {LONG}</em> and <strong>weight</strong>.</p>
<ol>{items(4, NESTED)}</ol><dl><dt>Term</dt><dd>{LONG}</dd><dt>Other</dt><dd>Meaning</dd></dl>
<section id="b"><h3>Cut tables</h3><table><caption>Ships</caption><thead><tr><th rowspan="2"
colspan="2">Port</th><th colspan="2">Sums</th></tr><tr><th>Number</th><th>Words</th></tr></thead>
<tbody>{ROWS}</tbody><tfoot><tr><th colspan="2" scope="row">All</th><td>9</td><td></td></tr></tfoot>
</table></section></section>
<section id="c"><h2>Other scripts</h2><p lang="ar" dir="rtl">{ARABIC}</p>
<blockquote lang="he" dir="rtl"><p>{HEBREW}</p><p>{HEBREW}</p></blockquote>
<div class="formula">{ROOT.replace("<math", '<math display="block"')}</div>
<figure><img src="asset:red" alt="A red box"><figcaption>A caption. {LONG}</figcaption></figure>
{CALLS}</section>
<section role="doc-endnotes"><h2>Notes</h2><ol>{NOTES}</ol></section>
"""
LEADERS = (
    "nav[role='doc-toc'] a::after { content: leader('.') target-counter(attr(href), page) }"
    "@page { margin: 9mm }"
)
COLUMNS = "main { columns: 2; text-align: justify; hyphens: auto; hyphenate-character: '-' }"
CASES = {
    "accessible": ("accessible", LEADERS),
    "accessible in columns": ("accessible", LEADERS + COLUMNS),
    "archive": ("archive", LEADERS),
    "print, hyphenated in columns": ("print", LEADERS + COLUMNS),
}
PLAIN = {
    **{name: (name.upper(),) for name in ("p", "h1", "h2", "h3", "tr", "th", "td")},
    "section": ("Sect",),
    "blockquote": ("BlockQuote",),
    "table": ("Table",),
    "thead": ("THead",),
    "tbody": ("TBody",),
    "tfoot": ("TFoot",),
    "caption": ("Caption",),
    "figcaption": ("Caption",),
    "math": ("Formula",),
    "img": ("Figure",),
    "em": ("Em",),
    "strong": ("Strong",),
    "dl": ("L",),
    "dt": ("LI", "Lbl"),
    "dd": ("LBody",),
}


@pytest.fixture(scope="module", params=list(CASES.values()), ids=list(CASES))
def made(request):
    edition, css = request.param
    # What is for a press may be hyphenated.
    given = {"cmyk_profile": press(), "rules": "@page { size: A5 }"} if edition == "print" else {}
    response = lay(BODY, edition=edition, css=css, size="a5", **given)
    return edition, read_tree(response.data)


def test_every_element_is_one_in_the_order_of_the_document(made):
    edition, found = made
    assert len(found.page_labels) > 9
    assert [tag.name for tag in found.tags()] == list(expected(edition))


def test_the_words_of_the_tree_are_those_of_the_document(made):
    _, found = made
    read = "".join(text for child in found.children for text in texts(child))
    assert normal(read) == normal("Title" + "".join(written(node) for node in body()))


def test_the_contents_say_the_page_that_a_reader_finds(made):
    _, found = made
    entries = [" ".join(texts_of(tag)) for tag in found.tags() if tag.name == "Reference"]
    pages = {
        normal(" ".join(texts_of(tag))): first_page(tag)
        for tag in found.tags()
        if re.fullmatch("H[23]", tag.name)
    }
    promised = [re.fullmatch(r"(.*\D) ?(\d+)", " ".join(each.split())) for each in entries[:3]]
    assert [(normal(each[1]), int(each[2])) for each in promised if each] == [
        (name, pages[name]) for name in map(normal, ("Cut lists", "Cut tables", "Other scripts"))
    ]


def test_nothing_is_left_outside_of_the_tree(made):
    _, found = made
    assert found.untagged == ()
    assert {each.kind for each in found.artifacts} == {"Layout", "Pagination"}


def body():
    root = LexborHTMLParser(BODY).body
    assert root is not None
    return list(root.iter(include_text=True))


def expected(edition):
    yield from ("Document", "H1")
    for node in body():
        yield from names(node, edition, in_contents=False, in_notes=False)


def names(node, edition, *, in_contents, in_notes):
    """The types of an element and all below it."""
    attributes = node.attributes
    in_contents |= attributes.get("role") == "doc-toc"
    in_notes |= attributes.get("role") == "doc-endnotes"
    if node.tag in {"ol", "ul"}:
        own: tuple[str, ...] = ("TOC",) if in_contents else ("L",)
    elif node.tag == "li" and in_contents:
        own = ("TOCI",)
    elif node.tag == "li":
        note = "FENote" if edition == "archive" else "Note"
        own = ("LI", "Lbl", "LBody", *((note,) if in_notes else ()))
    elif node.tag == "a":
        own = ("Reference", "Link") if edition == "accessible" else ("Reference",)
    elif node.tag == "figure":
        own = ("Sect",) if edition == "archive" else ("Div",)
    else:
        own = PLAIN.get(node.tag, ())
    yield from own
    if node.tag != "math":
        for child in node.iter():
            yield from names(child, edition, in_contents=in_contents, in_notes=in_notes)


def written(node):
    """The text of a node, with the words of a formula or a picture in its place."""
    if node.tag == "-text":
        return node.text_content or ""
    if node.tag in {"math", "img"}:
        return node.attributes.get("alttext") or node.attributes.get("alt") or ""
    return "".join(written(child) for child in node.iter(include_text=True))


def texts(tag):
    """The text of a tag, without numbers and bullets that the layout gives."""
    if tag.alt is not None:
        yield tag.alt
        return
    for child in tag.children:
        if isinstance(child, Words):
            yield child.text
        elif isinstance(child, Tag) and not is_marker(child):
            yield from without_page(child) if child.name == "TOCI" else texts(child)


def without_page(entry):
    """An entry of the contents without the page that the layout gives it."""
    for child in entry.children:
        text = "".join(texts(child)) if isinstance(child, Tag) else ""
        yield re.sub(r"\d+\s*$", "", text) if child.name == "Reference" else text


def is_marker(tag):
    return tag.name == "Lbl" and re.fullmatch(r"[•◦▪]|\w+\.", "".join(texts_of(tag)).strip())


def texts_of(tag):
    return [words.text for part in tag.tags() for words in part.children if hasattr(words, "text")]


def first_page(tag):
    return next(
        words.page for part in tag.tags() for words in part.children if hasattr(words, "page")
    )


def normal(text):
    return re.sub(r"[\s\u00ad\u200b]+", "", text)
