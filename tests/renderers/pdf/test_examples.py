"""The examples: their trees as text, the same in every theme and on every page size."""

import functools
import re
from pathlib import Path

import pytest

from render import theme
from render.assets import load_assets
from render.pdf_reading import listing, read_tree
from render.plugins import Job, find
from render.preparation import prepare
from render.reading import ReadOptions, Source
from render.renderers.pdf import engine, renderer
from render.renderers.pdf.options import PdfOptions

PROJECT = Path(__file__).resolve().parents[3]
GOLDEN = Path(__file__).parent / "examples"
EXAMPLES = {"mali.txt": "text", "tidal-power.md": "markdown", "khettara.html": "html"}


@functools.cache
def article(name):
    path = PROJECT / "examples" / name
    source = Source(path.read_bytes(), name)
    read = find("readers", EXAMPLES[name]).read(source, ReadOptions()).article
    loaded, _ = load_assets(read, path.parent, source)
    return prepare(loaded).article


@functools.cache
def tree(name, theme_name, **options):
    job = Job(
        article=article(name),
        slug="example",
        theme=theme.load(theme_name),
        modified="2026-01-01T00:00:00Z",
    )
    request = renderer.request_for(job, PdfOptions(**options))
    return read_tree(engine.write(request).data)


# Page numbers, where a picture stands, and on how many lines a link is.
_OF_THE_PAGE = re.compile(r"( p\d+)+(?= |$)| Layout\.BBox=[-\d. ]*\d|, \d+ areas", re.MULTILINE)

_HEADING_OF_NOTES = re.compile(r"^ *(H2 'Notes'|Notes -> H2)\n", re.MULTILINE)


def lines(found):
    """The tree without what depends on the page."""
    return _OF_THE_PAGE.sub("", listing(found))


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_tree_of_an_example_is_as_its_golden_file(name):
    golden = GOLDEN / f"{Path(name).stem}.txt"
    assert lines(tree(name, "default")) == golden.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("theme_name", [name for name in theme.available() if name != "default"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_theme_changes_the_page_and_not_the_tree(name, theme_name):
    found, default = tree(name, theme_name), lines(tree(name, "default"))
    if theme_name == "broadsheet":  # its notes stand at the foot of the page, under no heading
        default = _HEADING_OF_NOTES.sub("", default)
    assert lines(found) == default
    assert found.untagged == ()


@pytest.mark.slow
@pytest.mark.parametrize("size", ["a5", "letter", "tabloid"])
def test_a_page_size_changes_the_page_and_not_the_tree(size):
    assert lines(tree("tidal-power.md", "default", page_size=size)) == lines(
        tree("tidal-power.md", "default")
    )


@pytest.mark.slow
def test_a_table_of_contents_leads_to_every_section():
    found = tree("tidal-power.md", "default", contents=True)
    entries = [tag for tag in found.tags() if tag.name == "TOCI"]
    sections = [item for item in found.outline if item.level == 2]
    assert len(entries) == 4
    assert {item.title for item in sections} >= {"A dam that breathes", "Contents"}
