"""Style sheets as rules, with the media queries around each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """A style rule: its selector, its declarations in lower case, the conditions around it."""

    selector: str
    values: dict[str, str]
    media: tuple[str, ...]

    @property
    def on_screen(self) -> bool:
        """Whether the rule holds on a screen, under some setting."""
        return not any(query.replace("@media", "").strip() == "print" for query in self.media)

    def holds_in(self, scheme: str) -> bool:
        """Whether the rule holds in the `light` or the `dark` scheme, nothing else being set."""
        queries = [query for query in self.media if query.startswith("@media")]
        return all(f"prefers-color-scheme: {scheme}" in query for query in queries) and not any(
            " and " in query for query in queries
        )


# The editions of a theme have the same sheets.
@lru_cache(maxsize=4)
def rules(css: str) -> tuple[Rule, ...]:
    """The rules of a sheet, those inside media queries too; nobody may change them."""
    return tuple(_rules(_COMMENT.sub("", css)))


def _rules(css: str) -> Iterator[Rule]:
    opened: list[str] = []
    begin = 0
    for brace in re.finditer(r"[{}]", css):
        between, begin = css[begin : brace.start()], brace.end()
        if brace.group() == "{":
            # What ends before the rule, such as an @import, is no part of its selector.
            opened.append(" ".join(between.rpartition(";")[2].split()))
        elif opened:
            selector = opened.pop()
            if not selector.startswith("@"):
                yield Rule(selector, declarations(between), tuple(opened))


def declarations(text: str) -> dict[str, str]:
    """The declarations of a rule or of a `style` attribute, in lower case."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, colon, value in pairs if colon}
