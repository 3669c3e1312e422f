"""Rows 20, 21, 32 and 51 to 57: names, themes, books and broken notation."""

# ruff: noqa: E501 (a table of cases reads best with one line each)

import io
import zipfile
from dataclasses import replace
from pathlib import Path

from tests.hostile.case import ARTICLE, LISTENER, Case, article_json, markdown

GOOD_FONT = min((Path(__file__).parents[2] / "themes").rglob("*.ttf"))
CONTAINER = {
    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
}
PACKAGE = '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest/><spine/></package>'
ENTITY = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/hostname">]><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata>&x;</metadata></package>'
FONT = '[[fonts]]\nfamily = "Odd"\nfile = "odd.ttf"\n'


def _theme(row: int, name: str, says: str, /, to: str = "html", **files: str | bytes) -> Case:
    """The plain article in a theme with these files, whose names have `_` for the full stop."""

    def plant(folder: Path) -> None:
        theme = folder / "theme"
        theme.mkdir()
        head = 'name = "odd"\nparent = "default"\n'
        for key, content in {"theme_toml": "", **files}.items():
            data = content.encode() if isinstance(content, str) else content
            (theme / _named(key)).write_bytes(head.encode() + data if key == "theme_toml" else data)
        (theme / "OFL.txt").write_text("")

    return Case(row, name, ARTICLE.encode(), "err", says, ".txt",
                ("--lang", "en", "--theme", "{folder}/theme", "--to", to), plant)  # fmt: skip


def _named(key: str) -> str:
    return (
        "print.html.j2"
        if key == "frame"
        else "page.html.j2"
        if key == "page"
        else key.replace("_", ".")
    )


def _book(members: dict[str, str], opens_to: int = 0) -> bytes:
    """A container; its directory claims that its first member opens to so many bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in {"mimetype": "application/epub+zip", **members}.items():
            book.writestr(name, content)
        book.filelist[0].file_size = opens_to or book.filelist[0].file_size
    return stream.getvalue()


def _font(name: str, data: bytes) -> Case:
    return _theme(54, name, "'odd.ttf'", theme_toml=FONT, odd_ttf=data)


def _mutated() -> bytes:
    """A font of ours with one letter's outline changed."""
    data = bytearray(GOOD_FONT.read_bytes())
    data[len(data) // 2] ^= 0xFF
    return bytes(data)


BOMB = (
    ":root { --a0: xxxxxxxx; "
    + "".join(f"--a{n}: {f'var(--a{n - 1}) ' * 10}; " for n in range(1, 9))
    + "} p { color: var(--a8) }"
)
LAUGHS = "".join(
    f"{{% macro m{n}() %}}{f'{{{{ m{n - 1}() }}}}' * 9}{{% endmacro %}}\n" for n in range(1, 9)
)

CASES = [
    Case(32, "an address in place of a file", b"", "err", "never uses the network", argument=f"http://{LISTENER}/a.html"),
    _theme(51, "a theme with letters of a thousand million pixels", "screen.css:2 has a measure of 1e9", screen_css="p {}\np { font-size: 1e9px }"),
    _theme(51, "the same in print", "print.css:1 has a measure of 1e9", to="pdf", print_css="p { font-size: 1e9px }"),
    _theme(51, "a theme with properties that multiply", "screen.css:1 has '--a", screen_css=BOMB),
    _theme(51, "a theme with deep brackets", "screen.css:1 nests '('", screen_css=f"p {{ width: {'calc(' * 3000}1px{')' * 3000} }}"),
    _theme(51, "a theme with deep rules", "screen.css:1 nests '{'", screen_css="p, p { " * 12 + "color: red" + "}" * 12),
    _theme(52, "a token that ends its rule", "[font] text is", theme_toml="[font]\ntext = 'serif; } </style><script>x()</script>'"),
    _theme(53, "a frame that fails", "page.html.j2:3: ", page="<p>\n<p>\n{{ 1 // 0 }}"),
    _theme(53, "a frame with a name that nobody gave", "page.html.j2:2: 'nothing' is undefined", page="<p>\n{{ nothing }}"),
    _theme(53, "a frame in print with a name that nobody gave", "print.html.j2:2: 'nothing' is undefined", to="pdf", frame="<p>\n{{ nothing }}"),
    _theme(53, "a frame that never ends", "page.html.j2:1: ", page="{% for a in range(9) %}{% endfor %}"),
    replace(_theme(53, "a frame that multiplies itself", "page.html.j2:", page=f"{{% macro m0() %}}{{% endmacro %}}\n{LAUGHS}{{{{ m8() }}}}"), is_heavy=True),
    _font("a font of noise", b"\x93" * 5_000),
    _font("a font cut short", GOOD_FONT.read_bytes()[: 20_000]),
    _font("a font that was altered", _mutated()),
    Case(55, "a book in place of an article", _book({}), "err", "this is a container", ".epub", ()),
    Case(56, "aliases in front matter that multiply", markdown("", "title: A\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"), "err", "article.md:3: ", ".md"),
    Case(56, "a key twice in front matter", markdown("", "title: A\nlang: en\ntitle: B"), "err", "article.md:4: key 'title' is given twice", ".md"),
    Case(56, "a tag of Python's in front matter", markdown("", "title: !!python/object:os.system x"), "err", "article.md:2: ", ".md"),
    Case(57, "lists 100,000 deep", b"[" * 100_000, "err", "nested more than 200 deep", ".json"),
    Case(57, "objects 100,000 deep", b'{"a":' * 100_000, "err", "nested more than 200 deep", ".json"),
    Case(57, "a number beyond all numbers", article_json().replace(b'"en"', b"1e999"), "err", "number '1e999' is too large", ".json"),
    Case(57, "a key twice", b'{"meta": {},\n "meta": {}}', "err", "key 'meta' is given twice", ".json"),
]  # fmt: skip

# Judged by `lisible check`, which says what is wrong with each.
BOOKS = {
    "a bomb": ("opens to 700000000 bytes", _book({}, opens_to=700_000_000)),
    "names above the container": (
        "../evil.opf",
        _book({**CONTAINER, "p.opf": PACKAGE, "../evil.opf": "<package/>"}),
    ),
    "an entity in the package": ("p.opf", _book({**CONTAINER, "p.opf": ENTITY})),
    "a missing package": ("names no package", _book(CONTAINER)),
    "no container": ("EPUB", b"no zip"),
}
