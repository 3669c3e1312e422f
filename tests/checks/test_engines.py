"""Pages of every theme through every engine, in five colour schemes, beside a page that fails."""

import os
import shutil
from pathlib import Path

import msgspec
import pytest

from render import plugins
from render.errors import EngineError
from render.plugins import CheckedFile, Job, Sibling, Subject
from render.renderers.html import RENDERER
from render.theme import available, load
from tests.browser.pictures import png
from tests.markup.specimen import ARTICLE

pytestmark = pytest.mark.slow

BAD_PAGE = Path(__file__).resolve().parents[1] / "editions" / "bad_page.html"
ENGINES = ("alfa", "axe", "htmlcs", "ibm", "nu")


@pytest.fixture(scope="module")
def pages() -> Subject:
    siblings = (Sibling("mp3", "page.mp3", "audio/mpeg"), Sibling("pdf", "page.pdf", "a/pdf"))
    assets = tuple(
        msgspec.structs.replace(asset, data=png(), media_type="image/png")
        for asset in ARTICLE.assets
    )
    article = msgspec.structs.replace(ARTICLE, assets=assets)
    files = [
        CheckedFile(
            f"{theme}.html",
            "text/html",
            RENDERER.render(
                Job(article, "page", load(theme), "2026-11-24T00:00:00Z", siblings=siblings)
            ).data,
        )
        for theme in available()
    ]
    bad = CheckedFile("bad.html", "text/html", BAD_PAGE.read_bytes())
    return Subject((*files, bad))


@pytest.mark.validators(*ENGINES)
@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_finds_nothing_in_any_theme_and_fails_the_bad_page(engine, pages):
    verdict = plugins.find("checks", engine).run(pages)

    assert verdict.state == "ran", verdict.detail
    assert [each for each in verdict.findings if each.where.file != "bad.html"] == []
    assert len(verdict.findings) > 4


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
