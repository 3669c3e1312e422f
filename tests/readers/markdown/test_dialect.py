"""Markdown to nodes: CommonMark, and what the dialect adds."""

import pytest

from render.readers.markdown import READER
from render.reading import ReadOptions, Source

OPTIONS = ReadOptions(title="T", lang="en")

CASES = {
    "tight and loose lists are the same list": (
        "- a\n- b\n\n  c",
        '(list (item (paragraph "a")) (item (paragraph "b") (paragraph "c")))',
    ),
    "an ordered list keeps its start; a list in a list": (
        "7. a\n   - b\n8. c",
        (
            '(list ordered=True start=7 (item (paragraph "a") (list (item (paragraph "b"))))'
            ' (item (paragraph "c")))'
        ),
    ),
    "a span has a language": ("[mot]{lang=fr} x", '(paragraph (span lang=fr "mot") " x")'),
    "a block has an id and a language": (
        "{#salut lang=fr}\nBonjour",
        '(paragraph id=salut lang=fr "Bonjour")',
    ),
    "a heading has an id": (
        "## Été {#ete}\n\nx",
        '(section id=ete heading: "Été" (paragraph "x"))',
    ),
    "struck, sub, sup, code": (
        "~~a~~ H~2~O x^2^ `b  c`",
        (
            '(paragraph (marked kind=struck "a") " H" (marked kind=sub "2") "O x"'
            ' (marked kind=sup "2") " " (marked kind=code "b c"))'
        ),
    ),
    "a fence is code to the letter": (
        "```py\nif a:\n\n    b\n```",
        "(code language=py 'if a:\\n\\n    b')",
    ),
    "a code block that begins with an empty line keeps it from parsers": (
        "```\n<p>\n```",
        "(code '<p>')",
    ),
    "a hard break is a break, a soft one a space": (
        "a  \nb\nc",
        '(paragraph "a" (line-break) "b c")',
    ),
    "a note": ("a[^x].\n\n[^x]: b\n\n    c", '(paragraph "a" (note-ref note=note-1) ".")'),
    "an abbreviation is spelled out, not inside words or code": (
        "EU, EUR, `EU`\n\n*[EU]: European Union",
        '(paragraph (abbr expansion=European Union "EU") ", EUR, " (marked kind=code "EU"))',
    ),
    "terms": (
        "Term\n: one\n: two",
        (
            '(definition-list (entry terms: (term "Term") definitions: (definition'
            ' (paragraph "one"))'
            ' (definition (paragraph "two"))))'
        ),
    ),
    "a picture alone is a figure, its title the caption": (
        '![Well](w.png "A *well*")',
        '(figure (image asset=asset-1 alt=(described text=Well)) caption: "A *well*")',
    ),
    "no alternative is missing, unless the picture is decorative": (
        "![](a.png)\n\n![](b.png){role=presentation}",
        (
            "(figure (image asset=asset-1 alt=(missing reason=no alt attribute)))"
            " (figure (image asset=asset-2 alt=(decorative)))"
        ),
    ),
    "a description goes into the figure before it": (
        "![A](a.png)\n\n::: description\nLong.\n:::\n\nAfter",
        (
            "(figure (image asset=asset-1 alt=(described text=A) description:"
            ' (paragraph "Long."))) (paragraph "After")'
        ),
    ),
    "a figure container holds content, caption, credit, description": (
        (
            ":::: figure\n![A](a.png)\n\nThe *caption*.\n\n::: credit\nAna\n:::\n"
            "::: description\nLong.\n:::\n::::"
        ),
        (
            "(figure (image asset=asset-1 alt=(described text=A) description:"
            ' (paragraph "Long.")) caption: "The " (marked kind=emphasis "caption")'
            ' "." credit: "Ana")'
        ),
    ),
    "a table with a caption, and row headers by an empty corner": (
        "|   | A |\n|---|---|\n| b | 1 |\n\n: Caption",
        (
            "(table (row section=head (cell header=True) (cell header=True"
            ' (paragraph "A"))) (row (cell header=True scope=row (paragraph "b")) (cell'
            ' (paragraph "1"))) caption: "Caption")'
        ),
    ),
    "row headers by a bold first column": (
        "Table: C\n\n| x | A |\n|---|---|\n| **b** | 1 |",
        (
            '(table (row section=head (cell header=True (paragraph "x")) (cell header=True'
            ' (paragraph "A"))) (row (cell header=True scope=row (paragraph "b")) (cell'
            ' (paragraph "1"))) caption: "C")'
        ),
    ),
    "row headers by attribute": (
        "{.row-headers}\n| x | A |\n|---|---|\n| b | 1 |",
        (
            '(table (row section=head (cell header=True (paragraph "x")) (cell header=True'
            ' (paragraph "A"))) (row (cell header=True scope=row (paragraph "b")) (cell'
            ' (paragraph "1"))))'
        ),
    ),
    "a last line with a dash says who is quoted": (
        "> Yes.\n> — Ana *Roy*",
        '(quote (paragraph "Yes.") attribution: "Ana " (marked kind=emphasis "Roy"))',
    ),
    "a last paragraph with a dash does too": (
        "> Yes.\n>\n> -- Ana",
        '(quote (paragraph "Yes.") attribution: "Ana")',
    ),
    "boxes have kinds and titles": (
        "::: warning Wet floor\nMind it.\n:::",
        '(aside kind=warning heading: "Wet floor" (paragraph "Mind it."))',
    ),
    "verse keeps its lines": (
        "::: verse\none\ntwo\n\nthree\n:::",
        '(verse lines: (verse-line "one") (verse-line "two")) (verse lines: (verse-line "three"))',
    ),
    "raw HTML around Markdown": (
        '<div lang="fr">\n\nUn *mot*\n\n</div>\n\n<b>gras *et*</b>',
        (
            '(paragraph lang=fr "Un " (marked kind=emphasis "mot"))'
            ' (paragraph (marked kind=strong "gras " (marked kind=emphasis "et")))'
        ),
    ),
    "a formula in a line": (
        "so $x^2$",
        (
            '(paragraph "so " (math mathml=<math xmlns="http://www.w3.org/1998/Math/MathML"'
            ' display="inline"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>'
            " alt=x^2 latex=x^2))"
        ),
    ),
    "a formula in a block, with a label to link to": (
        "$$\na\n$$ (sum)\n\n[it](#sum)",
        (
            '(math mathml=<math xmlns="http://www.w3.org/1998/Math/MathML"'
            ' display="block"><mrow><mi>a</mi></mrow></math> alt=a latex=a id=sum)'
            ' (paragraph (link href=#sum kind=internal "it"))'
        ),
    ),
    "prices are no formulas": ("$5 and $10", '(paragraph "$5 and $10")'),
}


@pytest.mark.parametrize(("markdown", "expected"), CASES.values(), ids=CASES.keys())
def test_markdown_becomes_nodes(markdown, expected, sketch):
    article = READER.read(Source(markdown.encode(), "f.md"), OPTIONS).article
    assert sketch(article.body) == expected


def test_a_note_may_hold_blocks_and_notes(sketch):
    markdown = "a[^x]\n\n[^x]: b^[inner]\n\n    - c\n"
    article = READER.read(Source(markdown.encode(), "f.md"), OPTIONS).article
    assert sketch(article.notes) == (
        '(note id=note-1 (paragraph "b" (note-ref note=note-2)) (list (item (paragraph "c"))))'
        ' (note id=note-2 (paragraph "inner"))'
    )


REPORTED = {
    "an uncalled note": ("a\n\n[^x]: lost", "MD-002", 3),
    "a formula with an unknown command": ("a\n\n$\\foo$", "MD-005", 3),
    "a formula that lacks a part": ("a\n\n$$\\frac{1}$$", "MD-005", 3),
    "a formula that is too long": (f"a\n\n${'x' * 2001}$", "MD-005", 3),
    "an unknown container": ("a\n\n::: aisde\nb\n:::", "MD-006", 3),
    "an end of nothing": ("::: box\nb\n:::\n\nc\n:::", "MD-010", 6),
    "an unsafe link": ("a\n\n[b](javascript:c)", "HTML-002", 3),
}


@pytest.mark.parametrize(("markdown", "code", "line"), REPORTED.values(), ids=REPORTED.keys())
def test_findings_name_the_line(markdown, code, line):
    findings = READER.read(Source(markdown.encode(), "f.md"), OPTIONS).findings
    assert [(f.code, f.where.line) for f in findings] == [(code, line)]


def test_an_uncalled_note_is_listed():
    reading = READER.read(Source(b"a\n\n[^x]: lost *words*", "f.md"), OPTIONS)
    assert [(d.text, d.rule, d.line_begin) for d in reading.dropped] == [
        ("lost words", "note-not-called", 3)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("depth", [60, 400, 5000])
def test_deep_quotes_and_lists_keep_their_text(depth, words):
    quotes = READER.read(Source(f"{'>' * depth} deep\n\nafter".encode(), "f.md"), OPTIONS)
    lists = "".join(f"{'  ' * level}- item{level}\n" for level in range(min(depth, 200)))
    items = READER.read(Source(lists.encode(), "f.md"), OPTIONS)
    assert words(quotes.article).replace(">", "").split() == ["deep", "after"]
    assert all(f"item{level}" in words(items.article) for level in range(min(depth, 200)))
    assert {f.code for f in quotes.findings} == ({"MD-007"} if depth > 60 else set())
