"""Every word of the article is in every format, in order, or the words that are not are named."""

from __future__ import annotations

from collections.abc import Iterator

from render.errors import InputError
from render.findings import Finding, Place, Severity
from render.inspection import (
    Fault,
    Flow,
    by_article,
    faults,
    flows,
    page_flows,
    read_back,
    words,
)
from render.plugins import Check, CheckedFile, Subject, Verdict

_SPOKEN = ("text/vtt", "application/x-subrip")
_TYPES = ("text/html", "application/pdf", "application/epub+zip", *_SPOKEN)
# A few are labels and numbers of the layout.
_STRANGE_WORDS = 3


def _run(subject: Subject) -> Verdict:
    files = tuple(file for file in subject.files if file.media_type in _TYPES)
    if subject.article is None:
        groups = by_article(files)
        findings = [finding for group in groups for finding in _compared(group)]
    else:
        expected = flows(subject.article)
        findings = [finding for file in files for finding in _conserved(file, expected)]
    names = tuple(file.name for file in files)
    return Verdict("conservation", "Lisible words", "", "ran", names, tuple(findings))


def _conserved(file: CheckedFile, expected: tuple[Flow, ...]) -> Iterator[Finding]:
    try:
        reading = read_back(file)
    except (InputError, ValueError) as error:
        yield _unreadable(file, error)
        return
    if reading is None:
        yield Finding(
            "WORDS-006",
            Severity.NOTE,
            "a file for print has no tags, so its words were not read back",
            where=Place(file.name),
        )
        return
    found = words(reading.text)
    audio = file.media_type in _SPOKEN
    runs = ([run for run in flow if run.spoken or not audio] for flow in expected)
    for fault in faults(runs, found):
        yield _fault(file, fault)


def _fault(file: CheckedFile, fault: Fault) -> Finding:
    quoted = " ".join(fault.words[:12]) + (" …" if len(fault.words) > 12 else "")
    where = Place(file.name, node=fault.run.node)
    if fault.kind == "order":
        return Finding("WORDS-002", Severity.ERROR, f"words out of order: «{quoted}»", where=where)
    return Finding("WORDS-001", Severity.ERROR, f"words missing: «{quoted}»", where=where)


def _compared(files: tuple[CheckedFile, ...]) -> Iterator[Finding]:
    """Without the article: the page's blocks must be in the other files, whole and in order."""
    page = next((file for file in files if file.media_type == "text/html"), None)
    expected = page_flows(page.data.decode("utf-8", "replace")) if page else ()
    if page is not None and len(files) > 1:
        for file in files:
            if file is not page:
                yield from _conserved(file, expected)
                yield from _added(file, page)
        return
    yield from _common(files)


def _added(file: CheckedFile, page: CheckedFile) -> Iterator[Finding]:
    """Words that are in one edition only; a cue may announce what the text shows."""
    try:
        reading, other = read_back(file), read_back(page)
    except (InputError, ValueError):
        return  # told already
    if reading is None or other is None or file.media_type != "application/pdf":
        return
    known = set(words(page.data.decode("utf-8", "replace")))
    strange = [word for word in dict.fromkeys(words(reading.text)) if word not in known]
    long = [word for word in strange if len(word) > 3]
    if len(long) > _STRANGE_WORDS:
        quoted = " ".join(long[:12])
        message = f"words that the page does not have: «{quoted}»"
        yield Finding("WORDS-005", Severity.WARNING, message, where=Place(file.name))


def _common(files: tuple[CheckedFile, ...]) -> Iterator[Finding]:
    """Without a page either: words that all the others have."""
    texts = {}
    for file in files:
        if file.media_type in _SPOKEN:
            continue  # speech leaves code out and tells tables in its own words
        try:
            reading = read_back(file)
        except (InputError, ValueError) as error:
            yield _unreadable(file, error)
        else:
            texts[file.name] = words(reading.text if reading else "")
    counts = {name: set(found) for name, found in texts.items()}
    for name, found in counts.items():
        others = [other for each, other in counts.items() if each != name]
        lacking = sorted(set.intersection(*others) - found) if others else []
        if len(counts) > 2 and lacking:
            quoted = " ".join(lacking[:12])
            message = f"words that every other format has: «{quoted}»"
            yield Finding("WORDS-003", Severity.ERROR, message, where=Place(name))


def _unreadable(file: CheckedFile, error: Exception) -> Finding:
    return Finding(
        "WORDS-004",
        Severity.ERROR,
        f"the file cannot be read back: {error}",
        where=Place(file.name),
    )


CHECK = Check("conservation", _TYPES, _run)
