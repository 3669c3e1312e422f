"""Every word of the article is in every format, in order, or the words that are not are named."""

from __future__ import annotations

from collections.abc import Iterator

from render.errors import InputError
from render.findings import Finding, Place, Severity
from render.inspection import Fault, Flow, by_article, faults, flows, read_back, words
from render.plugins import Check, CheckedFile, Subject, Verdict

_TYPES = ("text/html", "application/pdf", "application/epub+zip", "text/vtt")


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
    found = words(reading.text if reading else "")
    audio = file.media_type == "text/vtt"
    for flow in expected:
        runs = [run for run in flow if run.spoken] if audio else flow
        for fault in faults(runs, found):
            yield _fault(file, fault)


def _fault(file: CheckedFile, fault: Fault) -> Finding:
    quoted = " ".join(fault.words[:12]) + (" …" if len(fault.words) > 12 else "")
    where = Place(file.name, node=fault.run.node)
    if fault.kind == "order":
        return Finding("WORDS-002", Severity.ERROR, f"words out of order: «{quoted}»", where=where)
    return Finding("WORDS-001", Severity.ERROR, f"words missing: «{quoted}»", where=where)


def _compared(files: tuple[CheckedFile, ...]) -> Iterator[Finding]:
    """Without the article: each file against the longest, which may hold more furniture."""
    texts = {}
    for file in files:
        if file.media_type == "text/vtt":
            continue  # speech leaves code out and tells tables in its own words
        try:
            reading = read_back(file)
        except (InputError, ValueError) as error:
            yield _unreadable(file, error)
        else:
            texts[file.name] = words(reading.text if reading else "")
    if len(texts) < 2:
        return
    counts = {name: set(found) for name, found in texts.items()}
    for name, found in counts.items():
        others = set.intersection(*(other for each, other in counts.items() if each != name))
        lacking = sorted(others - found)
        if len(counts) > 2 and lacking:
            quoted = " ".join(lacking[:12])
            yield Finding(
                "WORDS-003",
                Severity.ERROR,
                f"words that every other format has: «{quoted}»",
                where=Place(name),
            )


def _unreadable(file: CheckedFile, error: Exception) -> Finding:
    return Finding(
        "WORDS-004",
        Severity.ERROR,
        f"the file cannot be read back: {error}",
        where=Place(file.name),
    )


CHECK = Check("conservation", _TYPES, _run)
