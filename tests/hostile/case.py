"""One row of the battery as data, and the small writers that its inputs are made with.

Outcomes: `ok` all words are in all formats; `warn` the same with a warning that names the
place; `flawed` the same with an error that names it and a remedy, and exit code 1, so that
nobody publishes it unseen, where the battery allows both `warn` and `err`; `err` an exit
code above 0, one message with a remedy, and nothing written.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

BODY = (
    "The bridge over the river opened on Monday, and four hundred people walked across it.\n\n"
    "Engineers had worked on its two arches for three years, through two floods.\n"
)
ARTICLE = f"A bridge opens\n\n{BODY}"

# Stands in inputs for the address of a listener, which counts who calls it.
LISTENER = "127.0.0.1:65535"


@dataclass(frozen=True)
class Case:
    """`row` is the row of the battery; `says` must be in the message or in the findings.

    `files` plants what lies beside the input, in the folder given. The page of the article
    must hold each of `shows` and none of `hides`. `argument` is named in place of the file.
    `is_heavy` is too much for every run.
    """

    row: int
    name: str
    data: bytes
    outcome: Literal["ok", "warn", "flawed", "err"]
    says: str = ""
    suffix: str = ".txt"
    arguments: tuple[str, ...] = ("--lang", "en")
    files: Callable[[Path], object] | None = None
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    argument: str = ""
    is_heavy: bool = False

    def __str__(self) -> str:
        return f"{self.row}: {self.name}"


def article_json(
    extra: tuple[object, ...] = (), assets: tuple[object, ...] = (), **meta: object
) -> bytes:
    """An article in the model's own form, with `extra` blocks after its paragraph."""
    paragraph = {"type": "paragraph", "children": [{"type": "text", "value": BODY}]}
    content = {
        "meta": {"title": [{"type": "text", "value": "A bridge opens"}], "lang": "en", **meta},
        "body": [paragraph, *extra],
        "assets": assets,
    }
    return json.dumps(content).encode()


def titled(text: str) -> bytes:
    """An article in the model's own form with this title."""
    return article_json(title=[{"type": "text", "value": text}])


def page(inner: str, lang: str = "en", head: str = "") -> bytes:
    """A web page with `inner` between the two paragraphs of its article."""
    return (
        f"<!DOCTYPE html><html lang={lang}><meta charset=utf-8><title>A bridge opens</title>{head}"
        "<main><h1>A bridge opens</h1>"
        "<p>The bridge over the river opened on Monday, and four hundred people walked across.</p>"
        f"{inner}<p>Engineers had worked on it for three years, through two floods.</p></main>"
        "</html>"
    ).encode()


def markdown(inner: str, front: str = "title: A bridge opens\nlang: en") -> bytes:
    """Markdown with front matter and `inner` after the two paragraphs."""
    return f"---\n{front}\n---\n\n{BODY}\n{inner}\n".encode()
