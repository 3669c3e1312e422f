"""What goes between the batch and its workers, and what a receipt holds.

All of it crosses process borders as msgpack, so all of it is plain data.
"""

from __future__ import annotations

import os
from typing import Literal

import msgspec

State = Literal["done", "partial", "failed", "busy"]


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One article of a batch.

    `id` is what it is called in messages and what shards go by; `name` is its folder
    below the output, with slashes. `reading` overrides what is said of all articles:
    `title`, `deck`, `byline`, `lang`, `select`, `encoding`, `reader`. `raw_path` is the path
    where a name on the disk is no UTF-8, and `path` can only show it.
    """

    id: str
    path: str
    name: str
    reading: dict[str, str] = {}
    raw_path: bytes = b""

    @property
    def opened(self) -> str:
        """The path as the system opens it."""
        return os.fsdecode(self.raw_path) if self.raw_path else self.path


class Limit(msgspec.Struct, frozen=True):
    """What one format of one article may use: seconds, and bytes of address space."""

    wall_s: float
    memory_bytes: int


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for every article; the fields are those of `build` and its options.

    `fingerprint` stands for all that changes editions beside the input: these
    settings, the theme's files, the program and its tools. `tools` names their versions.
    """

    output: str
    to: tuple[str, ...] = ("html", "pdf", "epub", "audio")
    theme: str = "default"
    voice: str = "espeak"
    words_per_minute: int = 165
    source_date_epoch: int | None = None
    keep_all: bool = False
    encoding_errors: str = "strict"
    reading: dict[str, str] = {}
    certifier: str | None = None
    renderers: tuple[str, ...] = ()
    limits: dict[str, Limit] = {}
    cache: str | None = None
    program: str = ""
    fingerprint: str = ""
    tools: dict[str, str] = {}

    def limit(self, format_name: str) -> Limit:
        """The limit of a format, a group or `read`: the user's, or the one it has by default."""
        return self.limits.get(format_name) or _LIMITS.get(format_name) or _OTHERWISE

    def limit_in_all(self) -> Limit:
        """What one article may use to be read and for all its formats, one after the other."""
        each = [self.limit(name) for name in self.to]
        return Limit(
            self.limit("read").wall_s + sum(limit.wall_s for limit in each),
            max(limit.memory_bytes for limit in each),
        )


_MEMORY_BYTES = 3_000_000_000
_OTHERWISE = Limit(120.0, _MEMORY_BYTES)
_LIMITS = {
    "read": Limit(30.0, _MEMORY_BYTES),
    "html": Limit(30.0, _MEMORY_BYTES),
    "epub": Limit(60.0, _MEMORY_BYTES),
    "pdf": Limit(120.0, _MEMORY_BYTES),
    "audio": Limit(300.0, _MEMORY_BYTES),
}


class FormatFailure(msgspec.Struct, frozen=True):
    """Why a format, or the whole article (`format` empty), could not be made."""

    format: str
    kind: str
    message: str
    hint: str = ""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """One article for a worker.

    `engines_here` runs engines in the worker itself. A trial publishes nothing.
    `lost` are formats given up before. `wait` stands in line for an article that
    another run is making; `even_if_valid` makes what is there already.
    """

    item: Item
    settings: Settings
    attempt: int = 1
    engines_here: bool = True
    trial: bool = False
    wait: bool = False
    even_if_valid: bool = False
    lost: tuple[FormatFailure, ...] = ()


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one article; `worst` is the label of the gravest finding, or empty.

    `log` is what the worker said of an error nobody foresaw.
    """

    state: State
    item: Item
    attempt: int = 1
    failures: tuple[FormatFailure, ...] = ()
    worst: str = ""
    seconds: float = 0.0
    log: str = ""

    @property
    def may_pass(self) -> bool:
        """Whether a second attempt could do better: an engine failed, not the article."""
        return any(failure.kind == "EngineError" for failure in self.failures)


class FileSize(msgspec.Struct, frozen=True):
    """A published file and its size in bytes."""

    name: str
    size: int


class AssetHash(msgspec.Struct, frozen=True):
    """A file the article names, from its own folder; `sha256` is empty when it is not there."""

    path: str
    sha256: str


class Found(msgspec.Struct, frozen=True):
    """Findings of one code in one article: how many, and the first of them."""

    code: str
    severity: str
    count: int
    message: str
    where: str = ""


class Judged(msgspec.Struct, frozen=True):
    """What one check said: the number of its errors and of all its findings."""

    check: str
    tool: str
    version: str
    state: str
    errors: int
    findings: int


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What was made of one article, from what, by what, and how that went.

    Times are in seconds, memory in bytes; they never enter an edition.
    """

    format: Literal["lisible-receipt-1"] = "lisible-receipt-1"
    id: str
    name: str
    state: State
    attempt: int
    input_sha256: str
    assets: tuple[AssetHash, ...] = ()
    fingerprint: str
    tools: dict[str, str] = {}
    manifest_sha256: str = ""
    files: tuple[FileSize, ...] = ()
    failures: tuple[FormatFailure, ...] = ()
    verdicts: tuple[Judged, ...] = ()
    findings: tuple[Found, ...] = ()
    worst: str = ""
    stages: dict[str, float] = {}
    seconds: float = 0.0
    peak_memory_bytes: int = 0
