"""Formulas in words: MathML as a person reads it aloud, in six languages.

Flat and unambiguous: what is longer than a sign or two says where it ends. An author's own
words are always better, and are never replaced.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from xml.etree.ElementTree import Element

from render.mathml import CHILDREN, local_name, parsed

_SILENT = frozenset("mspace mphantom maligngroup malignmark none annotation annotation-xml".split())
_LEAVES = frozenset("mi mn mo mtext ms".split())
_BIG = frozenset("∑∏∫∮⋃⋂∬∭")
_FENCES = frozenset("()[]{}|‖")
# What LaTeX and keyboards write, as the one sign that has words.
_SAME = {"-": "−", "*": "×", "⋅": "·", "∗": "×", "⋯": "…", "⟶": "→", "∥": "‖", "⟹": "⇒", "⟺": "⇔"}
_ACCENTS = {"ˆ": "^", "‾": "¯", "―": "¯", "_": "¯", "⃗": "→", "˜": "~", "'": "′", ".": "˙", "*": "∗"}
_NO_WORDS = "\u2061\u2062\u2063\u2064\u200b"
_SHORT = 2


def formula_in_words(mathml: str, lang: str) -> str:
    """The formula in words of a language; empty where we have none in it, or no MathML."""
    vocabulary = _vocabularies().get(lang.partition("-")[0].lower())
    root = parsed(mathml) if vocabulary is not None else None
    if vocabulary is None or root is None:
        return ""
    words = " ".join(_Speaker(vocabulary).say(root).split())
    for mark in ",;:":
        words = words.replace(f" {mark}", mark) if lang[:2] != "fr" or mark == "," else words
    return words.replace(",,", ",").rstrip(" ,;")


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of one language: phrases with places, phrases short and long, and signs."""

    phrases: dict[str, str]
    lengths: dict[str, tuple[str, str]]
    signs: dict[str, str]
    names: dict[str, str]
    accents: dict[str, str]


@cache
def _vocabularies() -> dict[str, _Vocabulary]:
    source = files(__package__).joinpath("formulas.toml").read_text(encoding="utf-8")
    return {
        lang: _Vocabulary(
            phrases={name: value for name, value in table.items() if isinstance(value, str)},
            lengths={name: tuple(v) for name, v in table.items() if isinstance(v, list)},
            signs=table["signs"],
            names=table["names"],
            accents=table["accents"],
        )
        for lang, table in tomllib.loads(source).items()
    }


class _Speaker:
    """Says elements in the words of one language."""

    def __init__(self, vocabulary: _Vocabulary) -> None:
        self._words = vocabulary
        self._by_name: dict[str, Callable[[Element], str]] = {
            "mfrac": self._fraction,
            "msqrt": self._square_root,
            "mroot": self._root,
            "msub": self._script,
            "msup": self._script,
            "msubsup": self._script,
            "munder": self._script,
            "mover": self._script,
            "munderover": self._script,
            "mtable": lambda table: self._table(table, "line"),
        }

    def say(self, element: Element) -> str:
        name = local_name(element)
        if name in _SILENT:
            return ""
        if name in _LEAVES:
            return self._leaf(element)
        parts = list(element)
        if name in self._by_name and _is_whole(name, parts):
            return self._by_name[name](element)
        if name == "mfenced":
            inner = f" {self._sign(',')} ".join(self.say(part) for part in parts)
            opening, closing = element.get("open", "("), element.get("close", ")")
            return f"{self._sign(opening)} {inner} {self._sign(closing)}"
        return self._row(parts)

    def _row(self, parts: list[Element]) -> str:
        said: list[str] = []
        for number, part in enumerate(parts):
            before = _text(parts[number - 1]) if number else ""
            after = _text(parts[number + 1]) if number + 1 < len(parts) else ""
            if _is_bracketed(part) and before in _FENCES:
                said[-1:] = []  # the brackets of a matrix say nothing more than that it is one
                is_matrix = _inner(part) == "mtable" and after in _FENCES
                said.append(self._table(_unwrapped(part), "row") if is_matrix else self.say(part))
            elif not (_text(part) in _FENCES and number and _is_bracketed(parts[number - 1])):
                said.append(self.say(part))
        return " ".join(said)

    def _leaf(self, element: Element) -> str:
        text = "".join(c for c in _text(element) if c not in _NO_WORDS)
        if local_name(element) in {"mtext", "ms", "mn"}:
            return text
        return self._words.names.get(text) or self._sign(text)

    def _sign(self, text: str) -> str:
        if len(text) != 1:
            return text
        sign = _SAME.get(text, text)
        if sign in self._words.signs:
            return self._words.signs[sign]
        # 𝐱 and ℝ are said as x and R, π as it is.
        return unicodedata.normalize("NFKC", text)

    def _fraction(self, element: Element) -> str:
        above, below = element
        if _is_binomial(element):
            return self._phrase("chosen", self.say(above), self.say(below))
        return self._sized("fraction", above, below)

    def _square_root(self, element: Element) -> str:
        short = _is_short(element)
        return self._words.lengths["square_root"][not short].format(self._row(list(element)))

    def _root(self, element: Element) -> str:
        base, order = element
        if _text(order) == "3":
            return self._sized("cube_root", base)
        return self._sized("root", base, order)

    def _script(self, element: Element) -> str:
        name, (base, *scripts) = local_name(element), element
        sign = _SAME.get(_text(base), _text(base))
        low = scripts[0] if "sub" in name or "under" in name else None
        high = scripts[-1] if "sup" in name or "over" in name else None
        if sign in _BIG or sign in {"lim", "max", "min", "sup", "inf"}:
            return self._bounded(base, low, high)
        said = self.say(base)
        if low is not None:
            phrase = "index" if "sub" in name else "below"
            said = self._phrase(phrase, said, self.say(low))
        if high is not None:
            said = self._raised(said, high, is_power="sup" in name)
        return said

    def _bounded(self, base: Element, low: Element | None, high: Element | None) -> str:
        said = self.say(base)
        if low is None and high is None:
            return said
        if low is not None and high is not None:
            return self._phrase("from_to", said, self.say(low), self.say(high))
        phrase = "as" if _text(base) == "lim" else "over"
        return self._phrase(phrase, said, self.say(low if low is not None else base))

    def _raised(self, said: str, high: Element, *, is_power: bool) -> str:
        sign = _ACCENTS.get(_text(high), _text(high))
        if sign in self._words.accents:
            return self._words.accents[sign].format(said)
        if not is_power:
            return self._phrase("above", said, self.say(high))
        if sign in {"2", "3"}:
            return self._phrase("squared" if sign == "2" else "cubed", said)
        return self._words.lengths["power"][not _is_short(high)].format(said, self.say(high))

    def _table(self, table: Element, kind: str) -> str:
        rows = [[self.say(cell) for cell in row] for row in table]
        said = [
            self._phrase(kind, str(number), ", ".join(filter(None, cells)))
            if kind == "row"
            else self._phrase(kind, str(number), " ".join(cells))
            for number, cells in enumerate(rows, 1)
        ]
        if kind == "row":
            said.insert(0, self._phrase("matrix", str(len(rows)), str(max(map(len, rows)))))
        return " ".join(said)

    def _sized(self, phrase: str, *parts: Element) -> str:
        is_long = not all(map(_is_short, parts))
        return self._words.lengths[phrase][is_long].format(*map(self.say, parts))

    def _phrase(self, phrase: str, *said: str) -> str:
        return self._words.phrases[phrase].format(*said)


def _is_whole(name: str, parts: list[Element]) -> bool:
    if name in {"msqrt", "mtable"}:
        return bool(parts)
    return len(parts) == CHILDREN[name]


def _is_short(element: Element) -> bool:
    """True for what is heard as one thing: a letter, a number, 2a."""
    names = [local_name(part) for part in element.iter()]
    leaves = [part for part in _leaves(element) if _text(part)]
    flat = all(name in _LEAVES or name in {"mrow", "mstyle", "msqrt"} for name in names)
    signs = sum(local_name(part) == "mo" for part in leaves)
    is_signed = len(leaves) == _SHORT and signs == 1 and local_name(leaves[0]) == "mo"
    return (
        flat
        and names.count("msqrt") <= (local_name(element) == "msqrt")
        and (is_signed or (len(leaves) <= _SHORT and not (signs and len(leaves) > 1)))
    )


def _leaves(element: Element) -> Iterator[Element]:
    return (part for part in element.iter() if local_name(part) in _LEAVES)


def _unwrapped(element: Element) -> Element:
    while local_name(element) in {"mrow", "mstyle"} and len(element) == 1:
        element = element[0]
    return element


def _is_bracketed(element: Element) -> bool:
    """True for what is always written in brackets: tables and binomials."""
    return _inner(element) == "mtable" or _is_binomial(_unwrapped(element))


def _is_binomial(element: Element) -> bool:
    return local_name(element) == "mfrac" and element.get("linethickness") in {"0", "0em", "0px"}


def _inner(element: Element) -> str:
    return local_name(_unwrapped(element))


def _text(element: Element) -> str:
    """The text of a leaf, or of what holds one leaf alone; empty for more."""
    inner = _unwrapped(element)
    return " ".join((inner.text or "").split()) if local_name(inner) in _LEAVES else ""
