"""Addresses, handles and hashtags: enough of them to find the thing, no letter soup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from render.speech.normalise.rule import Rule, rule

# Domains a bare name is taken for an address by: generic ones, and two-letter ones of
# countries, whose words in running text ("is.it") are too short to be hosts.
_ENDINGS = (
    "com|org|net|info|eu|int|edu|gov|io|ml|ne|bf|sn|ci|gn|tg|bj|mr|ma|dz|tn|eg|ng|gh|za|ke|cm|"
    "cd|fr|be|ch|ca|uk|de|it|es|pt|nl|us|il|lb|sa|ae|jp|cn|in|br"
)
_HOST = rf"(?:[\w-]+\.)+(?:{_ENDINGS})(?![\w-])"
_SHORT = 2


@dataclass(frozen=True, slots=True)
class NetworkWords:
    """How a language names the signs in addresses.

    `spell` says letters, `acronym` a run of capitals, `number` figures.
    """

    link: str
    dot: str
    at: str
    hyphen: str
    hashtag: str
    spell: Callable[[str], str]
    acronym: Callable[[str], str]
    number: Callable[[str], str]


def network_rules(words: NetworkWords) -> tuple[Rule, ...]:
    """The rules for addresses, in one language's words."""

    def host(name: str) -> str:
        labels = name.lower().removeprefix("www.").split(".")
        said = [_label(label, words) for label in labels]
        return f" {words.dot} ".join(said)

    def mail(match: re.Match[str]) -> str:
        user = match.group(1).replace(".", f" {words.dot} ").replace("_", " ")
        return f"{user} {words.at} {host(match.group(2))}"

    return (
        rule(
            r"(?<!\w)https?://([\w.-]+\w)(?::\d+)?(?:[/?#](?:[^\s<>»”]*[\w/=])?)?",
            lambda match: f"{words.link} {host(match.group(1))}",
        ),
        rule(rf"(?<![\w.])([\w.+-]+)@({_HOST})", mail),
        rule(
            rf"(?<![\w@./-]){_HOST}(?:/[^\s<>»”]*[\w/=])?",
            lambda match: host(match.group().split("/")[0]),
        ),
        rule(r"(?<!\w)@(\w+)", lambda match: f"{words.at} {match.group(1).replace('_', ' ')}"),
        rule(r"(?<!\w)#(\w*[^\W\d_]\w*)", lambda match: _hashtag(match.group(1), words)),
    )


def _label(label: str, words: NetworkWords) -> str:
    if len(label) <= _SHORT and label != "co":
        return words.spell(label.upper())
    return label.replace("-", f" {words.hyphen} ").replace("_", " ")


def _hashtag(tag: str, words: NetworkWords) -> str:
    parts = re.findall(r"[^\W\d_]?[^\W\d_A-ZÀ-Ý]+|[A-ZÀ-Ý]+(?![^\W\d_A-ZÀ-Ý])|\d+", tag)
    return f"{words.hashtag} {' '.join(_part(part, words) for part in parts)}"


def _part(part: str, words: NetworkWords) -> str:
    if part.isdigit():
        return words.number(part)
    return words.acronym(part) if part.isupper() and len(part) > 1 else part
