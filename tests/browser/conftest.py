"""Pages in the system's Chromium: our own, and a bad twin with faults planted in it."""

from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import sync_playwright

from render.model import Article, Cell, Paragraph, Row, Section, Table, Text
from render.plugins import Job, Sibling
from render.renderers.html import RENDERER
from render.theme import available, load
from tests.browser.pictures import png
from tests.markup.specimen import ARTICLE, text

SIBLINGS = (
    Sibling("pdf", "page.pdf", "application/pdf"),
    Sibling("epub", "page.epub", "application/epub+zip"),
    Sibling("mp3", "page.mp3", "audio/mpeg"),
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)

# One edit each; every one breaks a promise that the tests below check.
FAULTS = (
    ('<html lang="en"', "<html"),
    ('alt="A map of the river"', ""),
    ('href="#contents"', 'href="#nowhere"'),
    (
        "</style>",
        "main { width: 900px } a:focus { outline: none } .skip a { display: none }</style>",
    ),
    ("--colour-muted: #4d4a45", "--colour-muted: #b0b0b0"),
)


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="session", params=available())
def page_file(request, tmp_path_factory):
    """The article with everything, and a table too wide for any telephone, in every theme."""
    return _written(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture(scope="session")
def default_file(tmp_path_factory):
    """The same in the default theme, for what no theme changes."""
    return _written(tmp_path_factory.mktemp("default"), "default")


@pytest.fixture(scope="session")
def bad_file(default_file):
    html = default_file.read_text(encoding="utf-8")
    for good, bad in FAULTS:
        assert good in html, f"nothing to spoil: {good}"
        html = html.replace(good, bad, 1)
    path = Path(default_file).with_name("bad.html")
    path.write_text(html, encoding="utf-8")
    return path


@pytest.fixture
def visit(browser):
    """A function that opens a file in a fresh page, as the given reader has set it up."""
    opened = []

    def visit(path, **options):
        context = browser.new_context(**{"reduced_motion": "reduce", **options})
        opened.append(context)
        page = context.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        page.requests = requests
        return page

    yield visit
    for context in opened:
        context.close()


def _written(folder, theme):
    path = folder / "page.html"
    job = Job(
        article=article(),
        slug="page",
        theme=load(theme),
        modified="2026-11-24T00:00:00Z",
        siblings=SIBLINGS,
    )
    path.write_bytes(RENDERER.render(job).data)
    return path


def article() -> Article:
    cells = tuple(
        Cell(id=f"w{at}", children=(Paragraph(children=text("immeasurable" * 2)),))
        for at in range(8)
    )
    wide = Section(
        id="sec-3",
        heading=text("A wide table"),
        children=(Table(id="wide", caption=text("Wide"), rows=(Row(cells=cells),)),),
    )
    word = Paragraph(children=(Text(value="Donaudampfschifffahrtsgesellschaft" * 3),))
    assets = tuple(
        msgspec.structs.replace(asset, data=png(), media_type="image/png", width_px=900)
        for asset in ARTICLE.assets
    )
    return msgspec.structs.replace(ARTICLE, body=(*ARTICLE.body, word, wide), assets=assets)
