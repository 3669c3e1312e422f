"""What an edition of many articles costs, and whether its contents, pages and folios agree.

python bench/edition.py [ARTICLES] [VOICE]     the first line is for people, the rest is JSON
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from render import plugins
from render.errors import RenderError
from render.inspection import read_back
from render.pdf_reading import Tag, Words, read_tree, text_of
from render.pipeline import Build, BuildOptions, Event
from render.pipeline.checking import finished
from render.pipeline.edition import FORMATS, build_edition, read_edition
from render.plugins import CheckedFile, Subject
from tests.edition.issue import write_issue

_JUDGES = {"verapdf": ".pdf", "epubcheck": ".epub", "ace": ".epub"}


def main(count: int, voice: str) -> None:
    """Make and judge one edition."""
    stages: dict[str, float] = {}

    def listen(event: Event) -> None:
        if event.succeeded is not None:
            stages[event.stage] = stages.get(event.stage, 0.0) + event.seconds

    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        reading = read_edition(write_issue(Path(folder), count), listen)
        made = build_edition(reading, "issue", BuildOptions(to=FORMATS, voice=voice), listen)
        seconds = time.perf_counter() - begin
    files = {file.name: file for file in finished(made.artefacts)}
    own = [finding for verdict in made.verdicts for finding in verdict.findings]
    result = {
        "articles": count,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu_s(), 1),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000,
        "sound_minutes": round(made.narration.duration_s / 60, 1) if made.narration else 0,
        "failures": [str(failure.error) for failure in made.failures],
        "own_findings": sorted({f"{each.code} {each.message}" for each in own}),
        "stages": {name: round(value, 1) for name, value in stages.items()},
        "agree": _agreement(made, files),
        "validators": {name: _judged(name, files[f"issue{end}"]) for name, end in _JUDGES.items()},
    }
    print(f"{count} articles in {seconds:.0f} s, {len(files)} files")
    print(json.dumps(result, ensure_ascii=False, indent=1))


def cpu_s() -> float:
    """Seconds of CPU of this process and of the engines that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _agreement(made: Build, files: dict[str, CheckedFile]) -> dict[str, bool]:
    printed = next(
        each.pagination for each in made.artefacts if each.file_name == "issue-print.pdf"
    )
    book = read_back(files["issue.epub"])
    return {
        "page-list": bool(
            book and printed and book.pages == tuple(page.label for page in printed.pages)
        ),
        "contents": _contents_agree(files["issue.pdf"].data),
    }


def _contents_agree(pdf: bytes) -> bool:
    """Whether each entry of the printed contents names the page its heading stands on."""
    tree = read_tree(pdf)
    tags = list(tree.tags())
    headings = {text_of(tag).strip(): _page(tag) for tag in tags if tag.name in {"H2", "H3"}}
    links = [tag for tag in tags if tag.name == "Reference"]
    entries = [text_of(tag).rpartition(" ") for tag in links if " " in text_of(tag)]
    return bool(entries) and all(
        headings.get(title) == int(page) for title, _, page in entries if page.isdigit()
    )


def _page(tag: Tag) -> int:
    children = (child for each in tag.tags() for child in each.children)
    return next(child.page for child in children if isinstance(child, Words))


def _judged(name: str, file: CheckedFile) -> list[str]:
    try:
        verdict = plugins.find("checks", name).run(Subject((file,)))
    except RenderError as error:  # Ace takes seconds for each article, and has 300
        return [error.message]
    if verdict.state != "ran":
        return [verdict.detail]
    return [f"{each.code} {each.message}" for each in verdict.findings]


if __name__ == "__main__":
    count, voice = (*sys.argv[1:], *("40", "espeak")[len(sys.argv) - 1 :])
    main(int(count), voice)
