"""One text in many languages, as PDF: characters without a glyph, words read back, veraPDF.

Reads the translations of the Universal Declaration of Human Rights from `udhr-40.tar.xz` in
the folder that LISIBLE_CORPUS names. With a folder of fonts the theme borrows from it first:
`python bench/languages.py [FONTS]`.
"""

from __future__ import annotations

import os
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import msgspec

from render import theme
from render.checks.pdf_tags import CHECK as TAGS
from render.checks.verapdf import CHECK as VERAPDF
from render.inspection import flows, words
from render.model import Article, Meta, Paragraph, Section, Text
from render.pdf_reading import read_tree, spoken_text
from render.plugins import CheckedFile, Job, Subject
from render.preparation import prepare
from render.renderers.pdf import engine, renderer
from render.renderers.pdf.options import PdfOptions

TYPE = "application/pdf"
SPACE = "{http://efele.net/udhr}"


def main() -> None:
    """Print a line for each language and edition, then what veraPDF says."""
    fonts = tuple(sorted(map(str, Path(sys.argv[1]).rglob("*.[to]t[fc]")))) if sys.argv[1:] else ()
    made: list[CheckedFile] = []
    for name, article in articles():
        for edition in ("accessible", "archive"):
            request = renderer.request_for(job(article), PdfOptions(edition=edition))
            request = msgspec.structs.replace(request, font_files=request.font_files + fonts)
            response = engine.write(request)
            file = CheckedFile(f"{name}.{edition}.pdf", TYPE, response.data)
            made.append(file)
            told = [f"{each.code} {each.message}" for each in response.findings]
            told += [
                f"{each.code} {each.message}"
                for each in TAGS.run(Subject((file,), article)).findings
            ]
            print(f"{file.name}: {missing(article, file)}", *told, sep="\n    ")
    verdict = VERAPDF.run(Subject(tuple(made)))
    failed = Counter(each.where.file for each in verdict.findings)
    print(f"veraPDF: {verdict.state}, {len(made) - len(failed)} of {len(made)} files without fault")
    for finding in verdict.findings:
        print(f"    {finding.where.file} {finding.code} {finding.message}")


def articles() -> Iterator[tuple[str, Article]]:
    """The texts as articles, by the name of their language."""
    path = Path(os.environ["LISIBLE_CORPUS"]) / "udhr-40.tar.xz"
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda each: each.name):
            content = archive.extractfile(member)
            if content is not None and member.name.endswith(".xml"):
                name = re.sub(r".*udhr_|\.xml", "", member.name)
                yield name, prepare(read(fromstring(content.read()))).article


def read(root: Element) -> Article:
    """One translation: its title, and a section for each article."""
    lang = root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or "und"
    title = root.findtext(f"{SPACE}title", "Universal Declaration")
    body = [
        Section(
            heading=text(part.findtext(f"{SPACE}title", "–")),
            children=tuple(
                Paragraph(children=text("".join(each.itertext())))
                for each in part.iter(f"{SPACE}para")
            ),
        )
        for part in root
        if part.find(f".//{SPACE}para") is not None
    ]
    return Article(meta=Meta(title=text(title), lang=lang), body=tuple(body))


def text(value: str) -> tuple[Text, ...]:
    """One run of text on one line."""
    return (Text(value=" ".join(value.split())),)


def job(article: Article) -> Job:
    """What the renderer is asked."""
    return Job(article, "udhr", theme.load("default"), "2026-01-01T00:00:00Z")


def missing(article: Article, file: CheckedFile) -> str:
    """How many words of the article the PDF reads back otherwise."""
    wanted = Counter(word for flow in flows(article) for run in flow for word in run.words)
    found = Counter(words(spoken_text(read_tree(file.data))))
    lost = wanted - found
    return f"{sum(wanted.values())} words, {sum(lost.values())} not read back {list(lost)[:5]}"


if __name__ == "__main__":
    main()
