from dataclasses import replace

from render.errors import EngineError
from render.model import Article, Meta, Text
from render.narration import Narration
from render.pagination import PageStart, Pagination
from render.pipeline.production import produce
from render.pipeline.progress import Event, quiet
from render.plugins import Artefact, Job, Renderer
from render.theme import load

ARTICLE = Article(meta=Meta(title=(Text(value="T"),), lang="en"))
NARRATION = Narration(memoryview(b""), 22050, ())
PAGES = Pagination((PageStart("1", "title"),))


def _renderer(name, render, *wants):
    return Renderer(name, name, f".{name}", f"test/{name}", render, frozenset(wants))


def _made(name, seen=None, pagination=None):
    def render(job):
        if seen is not None:
            seen.append(job)
        return Artefact(f"{job.slug}.{name}", f"test/{name}", b"", pagination=pagination)

    return render


def _job():
    return Job(ARTICLE, "t", load("default"), "1980-01-01T00:00:00Z")


def _fail(job):
    raise EngineError("broken")


def test_a_format_that_fails_leaves_the_others():
    made = produce(
        _job(), (_renderer("a", _fail), _renderer("b", _made("b"))), {}, lambda: NARRATION, quiet
    )

    assert [artefact.file_name for artefact in made.artefacts] == ["t.b"]
    assert [(failure.renderer, failure.error.message) for failure in made.failures] == [
        ("a", "broken")
    ]


def test_nothing_is_spoken_when_options_make_the_sound_needless():
    def refuse():
        raise AssertionError("spoken all the same")

    book = replace(
        _renderer("book", _made("book"), "narration"),
        forgoes=lambda options: frozenset({"narration"} if options == "silent" else ()),
    )

    made = produce(_job(), (book,), {"book": "silent"}, refuse, quiet)

    assert (made.narration, made.failures) == (None, ())


def test_a_renderer_gets_what_it_wants_whatever_the_order():
    seen: list[Job] = []
    renderers = (
        _renderer("page", _made("page", seen), "siblings"),
        _renderer("book", _made("book", seen), "narration", "pagination"),
        _renderer("pdf", _made("pdf", pagination=PAGES)),
    )

    made = produce(_job(), renderers, {"book": "options"}, lambda: NARRATION, quiet)

    book, page = seen
    assert (book.narration, book.pagination, book.options) == (NARRATION, PAGES, "options")
    assert [sibling.file_name for sibling in page.siblings] == ["t.pdf", "t.book"]
    assert [artefact.file_name for artefact in made.artefacts] == ["t.page", "t.book", "t.pdf"]


def test_nothing_is_narrated_when_nobody_wants_it():
    def refuse():
        raise AssertionError("narrated")

    made = produce(_job(), (_renderer("a", _made("a")),), {}, refuse, quiet)

    assert made.narration is None


def test_a_narration_that_fails_is_reported_and_the_book_is_made_without_it():
    def fail():
        raise EngineError("no voice")

    made = produce(_job(), (_renderer("book", _made("book"), "narration"),), {}, fail, quiet)

    assert [artefact.file_name for artefact in made.artefacts] == ["t.book"]
    assert [failure.renderer for failure in made.failures] == ["narration"]


def test_a_fault_in_a_plug_in_costs_its_own_format_and_names_the_place():
    renderers = (_renderer("a", lambda _job: 1 // 0), _renderer("b", _made("b")))

    made = produce(_job(), renderers, {}, lambda: NARRATION, quiet)

    assert [artefact.file_name for artefact in made.artefacts] == ["t.b"]
    assert "internal error in test_production.py" in made.failures[0].error.message


def test_progress_tells_every_stage_and_its_outcome():
    events: list[Event] = []

    produce(
        _job(),
        (_renderer("a", _fail), _renderer("b", _made("b"))),
        {},
        lambda: NARRATION,
        events.append,
    )

    assert {(event.stage, event.succeeded) for event in events} == {("a", False), ("b", True)}
