"""Elements to nodes: what each piece of HTML becomes."""

import pytest

from render.readers.html import READER
from render.reading import ReadOptions, Source

OPTIONS = ReadOptions(title="T", lang="fr")

CASES = {
    "white space is collapsed, no-break spaces are kept": (
        "<p>  Un \n <b> mot </b> : «\u00a0oui\u00a0» </p>",
        '(paragraph "Un " (marked kind=strong "mot ") ": «\u00a0oui\u00a0»")',
    ),
    "text between blocks is a paragraph": (
        "a<p>b</p>c",
        '(paragraph "a") (paragraph "b") (paragraph "c")',
    ),
    "two line breaks part paragraphs, one breaks a line": (
        "<div>a<br>b<br><br>c</div>",
        '(paragraph "a" (line-break) "b") (paragraph "c")',
    ),
    "a foreign phrase keeps language and direction": (
        '<p>dit <span lang="AR" dir="rtl">نعم</span></p>',
        '(paragraph "dit " (span lang=ar dir=rtl "نعم"))',
    ),
    "a container hands its language to what it holds": (
        '<div lang="en"><p>Yes</p></div>',
        '(paragraph lang=en "Yes")',
    ),
    "headings nest and never skip": (
        "<h2>A</h2><p>a</p><h5>B</h5><p>b</p><h2>C</h2>",
        (
            '(section heading: "A" (paragraph "a") (section heading: "B" (paragraph "b")))'
            ' (section heading: "C")'
        ),
    ),
    "a list keeps its start, its numbers and its nesting": (
        '<ol start="3" type="a"><li>x<li value="7">y<ul><li>z</ul></ol>',
        (
            '(list ordered=True start=3 numbering=lower-alpha (item (paragraph "x"))'
            ' (item value=7 (paragraph "y") (list (item (paragraph "z")))))'
        ),
    ),
    "a reversed list has its numbers written out": (
        "<ol reversed><li>x<li>y</ol>",
        '(list ordered=True (item value=2 (paragraph "x")) (item value=1 (paragraph "y")))',
    ),
    "terms and definitions": (
        "<dl><div><dt>A<dt>B<dd>c</div></dl>",
        (
            '(definition-list (entry terms: (term "A") (term "B") definitions:'
            ' (definition (paragraph "c"))))'
        ),
    ),
    "an abbreviation is spelled out": (
        '<p><abbr title="Union africaine">UA</abbr></p>',
        '(paragraph (abbr expansion=Union africaine "UA"))',
    ),
    "a date has its machine form, a wrong one is plain": (
        '<p><time datetime="2026-03-08">le 8</time> <time datetime="soon">9</time></p>',
        '(paragraph (time datetime=2026-03-08 "le 8") " 9")',
    ),
    "ruby pairs each base with its reading": (
        "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby></p>",
        '(paragraph (ruby annotation=かん "漢") (ruby annotation=じ "字"))',
    ),
    "deleted text stays deleted, underlining goes": (
        "<p><del>a</del> <u>b</u></p>",
        '(paragraph (marked kind=struck "a") " b")',
    ),
    "a quotation knows who said it": (
        '<blockquote cite="https://a.example/"><p>Oui.</p><footer>— Awa</footer></blockquote>',
        '(quote cite=https://a.example/ (paragraph "Oui.") attribution: "— Awa")',
    ),
    "code is kept to the letter": (
        '<pre><code class="language-py">if a:\n    b &lt; 1\n</code></pre>',
        "(code language=py 'if a:\\n    b < 1')",
    ),
    "verse keeps its lines": (
        '<div class="verse"><p>un<br>deux</p></div>',
        '(verse lines: (verse-line "un") (verse-line "deux"))',
    ),
    "what folds is unfolded": (
        "<details><summary>Plus</summary><p>x</p></details>",
        '(aside kind=box heading: "Plus" (paragraph "x"))',
    ),
    "an aside has a kind": (
        '<aside class="pull-quote"><p>x</p></aside>',
        '(aside kind=pullquote repeats=True (paragraph "x"))',
    ),
    "alt in three values": (
        '<img src="a.png" alt="Puits"><img src="b.png" alt=""><img src="c.png">',
        (
            "(image asset=asset-1 alt=(described text=Puits)) (image asset=asset-2"
            " alt=(decorative))"
            " (image asset=asset-3 alt=(missing reason=no alt attribute))"
        ),
    ),
    "role=presentation is decorative whatever alt says": (
        '<img src="a.png" role="presentation" alt="x">',
        "(image asset=asset-1 alt=(decorative))",
    ),
    "a figure has caption, credit and long description": (
        (
            '<figure><img src="a.png" alt="x"><div class="long-description"><p>Long.</p></div>'
            '<figcaption>Cap <span class="credit">Ana</span></figcaption></figure>'
        ),
        (
            "(figure (image asset=asset-1 alt=(described text=x) description:"
            ' (paragraph "Long.")) caption: "Cap" credit: "Ana")'
        ),
    ),
    "what aria-details leads to is the picture's description": (
        (
            '<p>a</p><img src="a.png" alt="x" aria-details="l"><p><a id="l" href="#d">Plus</a></p>'
            '<section id="d"><h2>Description</h2><p>Long.</p><a role="doc-backlink"'
            ' href="#l">Retour'
            "</a></section><p>b</p>"
        ),
        (
            '(paragraph "a") (figure (image asset=asset-1 alt=(described text=x) description:'
            ' (paragraph "Long."))) (paragraph "b")'
        ),
    ),
    "a caption that stands after its figure belongs to it": (
        '<figure><img src="a.png" alt="x"></figure><p></p><figcaption>Cap</figcaption>',
        '(figure (image asset=asset-1 alt=(described text=x)) caption: "Cap")',
    ),
    "a figure of a quotation says whose it is": (
        "<figure><blockquote><p>x</p></blockquote><figcaption>Ana</figcaption></figure>",
        '(quote (paragraph "x") attribution: "Ana")',
    ),
    "a table keeps caption, headers, scope and spans": (
        (
            '<table><caption>C</caption><thead><tr><td></td><th scope="col">A</thead>'
            '<tr><th>b<td colspan="2">1</table>'
        ),
        (
            "(table (row section=head (cell header=True) (cell header=True scope=col"
            ' (paragraph "A"))) (row (cell header=True (paragraph "b")) (cell colspan=2'
            ' (paragraph "1"))) caption: "C")'
        ),
    ),
    "a cell that others name as their header is one": (
        '<table><tr><td id="h">A<td headers="h">1<tr><td>B<td>2</table>',
        (
            '(table (row (cell header=True (paragraph "A")) (cell (paragraph "1")))'
            ' (row (cell (paragraph "B")) (cell (paragraph "2"))))'
        ),
    ),
    "a table that lays out becomes what it holds": (
        '<table role="presentation"><tr><td><p>a</p><td><p>b</p></table>',
        '(paragraph "a") (paragraph "b")',
    ),
    "an iframe becomes a link with its title": (
        '<iframe src="https://v.example/1" title="Film"></iframe>',
        (
            "(embed href=https://v.example/1 title=Film (paragraph"
            ' (link href=https://v.example/1 "Film")))'
        ),
    ),
    "film keeps its tracks": (
        '<video src="a.mp4" title="Film"><track kind="captions" srclang="fr" src="a.vtt"></video>',
        (
            "(media kind=video asset=asset-1 title=Film"
            " tracks=({'kind': 'captions', 'lang': 'fr', 'asset': 'asset-2'},))"
        ),
    ),
    "a formula keeps MathML without handlers, and its words": (
        '<math alttext="x plus un"><mi onclick="f()">x</mi><mo>+</mo><mn>1</mn></math>',
        (
            '(math mathml=<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>+</mo>'
            "<mn>1</mn></math> alt=x plus un)"
        ),
    ),
    "a formula hidden beside its picture is the formula": (
        (
            '<p><span><span style="display: none"><math alttext="pi"><mi>π</mi></math></span>'
            '<img src="pi.svg" aria-hidden="true" alt="pi"></span> vaut</p>'
        ),
        (
            '(paragraph (math mathml=<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>π</mi>'
            '</math> alt=pi) " vaut")'
        ),
    ),
    "a link around blocks is a link in each of them": (
        '<a href="/x"><h3>T</h3><p>p</p></a>',
        '(section heading: (link href=/x "T") (paragraph (link href=/x "p")))',
    ),
    "links inside the article lead to ids": (
        '<p><a href="#là">voir</a></p><h2 id="là">Là</h2>',
        '(paragraph (link href=#là kind=internal "voir")) (section id=là heading: "Là")',
    ),
    "a printed page begins": (
        '<div role="doc-pagebreak" aria-label="12"></div><p>x</p>',
        '(break kind=page label=12) (paragraph "x")',
    ),
}


@pytest.mark.parametrize(("html", "expected"), CASES.values(), ids=CASES.keys())
def test_elements_become_nodes(html, expected, sketch):
    assert sketch(READER.read(Source(html.encode(), "f.html"), OPTIONS).article.body) == expected


def test_notes_are_taken_from_where_they_stand(sketch):
    html = (
        '<p>Mot<sup><a href="#fn1" id="r1">1</a></sup>.</p><section class="footnotes"><hr>'
        '<h2>Notes</h2><ol><li id="fn1"><p>Source. <a href="#r1">↩</a></p></ol></section>'
    )
    reading = READER.read(Source(html.encode(), "f.html"), OPTIONS)
    assert sketch(reading.article.body) == '(paragraph "Mot" (note-ref note=note-1) ".")'
    assert sketch(reading.article.notes) == '(note id=note-1 (paragraph "Source."))'
    assert {(d.text, d.rule) for d in reading.dropped} == {
        ("Notes", "notes-heading"),
        ("1", "note-label"),
        ("↩", "note-backlink"),
    }


def test_a_note_that_calls_a_note():
    html = (
        '<p>a<a href="#n1">1</a></p><section role="doc-endnotes"><ol>'
        '<li id="n1">b<a href="#n2">2</a><li id="n2">c</ol></section>'
    )
    article = READER.read(Source(html.encode(), "f.html"), OPTIONS).article
    assert [note.id for note in article.notes] == ["note-1", "note-2"]


LATE = {
    "data-src": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="real.jpg">',
    "srcset": '<img srcset="small.jpg 300w, real.jpg 900w">',
    "picture": '<picture><source srcset="real.jpg 2x, small.jpg"><img alt="x"></picture>',
    "noscript": '<img class="lazy"><noscript><img src="real.jpg"></noscript>',
    "microdata": '<figure itemid="https://a.example/real.jpg"><figcaption>C</figcaption></figure>',
}


@pytest.mark.parametrize("html", LATE.values(), ids=LATE.keys())
def test_pictures_that_a_script_would_load_are_found(html):
    page = f"<!doctype html><body><p>{'Une phrase assez longue, de la prose. ' * 4}</p>{html}"
    assets = READER.read(Source(page.encode(), "f.html"), OPTIONS).article.assets
    assert [asset.href.rsplit("/", 1)[-1] for asset in assets if asset.href] == ["real.jpg"]
