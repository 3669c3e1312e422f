"""Pages of every theme through every engine, in five colour schemes, beside a page that fails."""

import json
import os
import shutil
from pathlib import Path

import msgspec
import pytest

from render import plugins
from render.errors import EngineError
from render.model import Article
from render.plugins import CheckedFile, Job, Sibling, Subject
from render.renderers.html import RENDERER
from render.theme import available, load
from tests.browser.pictures import png
from tests.markup.specimen import ARTICLE
from tests.renderers.epub.narrations import tones

pytestmark = pytest.mark.slow

BAD_PAGE = Path(__file__).resolve().parents[1] / "editions" / "bad_page.html"
# Each engine and the package that is pinned in tests/validators/package.json.
ENGINES = {
    "alfa": "@siteimprove/alfa-rules",
    "axe": "axe-core",
    "htmlcs": "@pa11y/html_codesniffer",
    "ibm": "accessibility-checker-engine",
    "nu": "vnu-jar",
}
PINNED = json.loads(
    Path(__file__).parents[1].joinpath("validators", "package.json").read_text(encoding="utf-8")
)["dependencies"]

# Words that cannot be read in one scheme only.
SCHEMES = {
    "dark": "(prefers-color-scheme: dark)",
    "more contrast": "(prefers-contrast: more)",
    "forced colours": "(forced-colors: active)",
    "print": "print",
}
PALE = "".join(
    f"@media {query} {{ #{name.split()[0]} {{ color: #999; background: #888;"
    " forced-color-adjust: none } }"
    for name, query in SCHEMES.items()
)
PALE_PAGE = (
    f'<!DOCTYPE html><html lang="en"><title>Pale words</title><style>{PALE}</style>'
    "<main><h1>Pale</h1>"
    + "".join(f'<p id="{name.split()[0]}">Pale in {name}.</p>' for name in SCHEMES)
    + "</main></html>"
)


@pytest.fixture(scope="module")
def pages() -> Subject:
    """The page with everything in every theme, its panel of preferences open, and the bad page."""
    assets = tuple(
        msgspec.structs.replace(asset, data=png(), media_type="image/png")
        for asset in ARTICLE.assets
    )
    article = msgspec.structs.replace(ARTICLE, assets=assets)
    files = tuple(_opened(article, theme) for theme in available())
    bad = CheckedFile("bad.html", "text/html", BAD_PAGE.read_bytes())
    return Subject((*files, bad))


def _opened(article: Article, theme: str) -> CheckedFile:
    siblings = (Sibling("mp3", "page.mp3", "audio/mpeg"), Sibling("pdf", "page.pdf", "a/pdf"))
    job = Job(
        article,
        "page",
        load(theme),
        "2026-11-24T00:00:00Z",
        narration=tones(article),
        siblings=siblings,
    )
    page = RENDERER.render(job).data
    closed = b'<details class="preferences'
    assert page.count(closed) == 1
    assert page.count(b'class="read-along') == 1
    return CheckedFile(
        f"{theme}.html", "text/html", page.replace(closed, closed.replace(b" ", b" open ", 1))
    )


@pytest.mark.validators(*ENGINES)
@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_finds_nothing_in_any_theme_and_fails_the_bad_page(engine, pages):
    verdict = plugins.find("checks", engine).run(pages)

    assert (verdict.state, verdict.version) == ("ran", PINNED[ENGINES[engine]]), verdict.detail
    assert len(verdict.files) == len(available()) + 1
    assert [each for each in verdict.findings if each.where.file != "bad.html"] == []
    assert len(verdict.findings) > 4


@pytest.mark.validators("alfa", "axe")
@pytest.mark.parametrize("engine", ["alfa", "axe"])
def test_an_engine_sees_each_colour_scheme(engine):
    page = CheckedFile("pale.html", "text/html", PALE_PAGE.encode())
    verdict = plugins.find("checks", engine).run(Subject((page,)))

    seen = {scheme for each in verdict.findings for scheme in SCHEMES if scheme in each.message}
    assert seen == set(SCHEMES)


@pytest.mark.validators("alfa")
def test_alfa_refuses_to_run_with_two_versions_of_its_document_model(tmp_path, monkeypatch, pages):
    """Then every rule is inapplicable and every page passes, in silence."""
    installed = Path(os.environ["LISIBLE_VALIDATORS"]) / "node_modules"
    modules = tmp_path / "node_modules"
    modules.mkdir()
    for package in installed.iterdir():
        if package.name != "@siteimprove":
            (modules / package.name).symlink_to(package)
    scope = modules / "@siteimprove"
    scope.mkdir()
    for package in (installed / "@siteimprove").iterdir():
        if package.name != "alfa-rules":
            (scope / package.name).symlink_to(package)
    shutil.copytree(installed / "@siteimprove" / "alfa-rules", scope / "alfa-rules")
    (scope / "alfa-rules" / "node_modules" / "@siteimprove" / "alfa-dom").mkdir(parents=True)
    monkeypatch.setenv("LISIBLE_VALIDATORS", str(tmp_path))

    with pytest.raises(EngineError) as caught:
        plugins.find("checks", "alfa").run(pages)

    assert "two versions of alfa-dom" in caught.value.message
