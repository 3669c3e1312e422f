"""Language and direction on every node that needs them, and none that is wrong in silence."""

from msgspec.structs import replace

from render.findings import Finding, Place, Severity
from render.language import (
    UNDETERMINED,
    are_kin,
    canonical,
    direction,
    dominant_script,
    quick_guess,
    settle,
    suggestion,
)
from render.model import Article, Node, Paragraph, Text
from render.model.walk import N, plain_text, rebuild, rebuild_article, walk

_ENOUGH_LETTERS = 12
# The script alone leaves few languages to choose from.
_LIKELY = 0.6
# Languages of which one paragraph may be in this script and the next in that.
_SCRIPTS = {"ja": frozenset({"Hani", "Kana"}), "ko": frozenset({"Hang", "Hani"})}


def settle_languages(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with canonical languages, and directions wherever they change.

    An invalid tag on the article is replaced by a guess, one inside it removed. A
    paragraph in another script than the article's gets its own language and direction.
    """
    steps = _Languages(article)
    lang, direction_ = steps.lang, article.meta.dir or direction(steps.lang)
    new = rebuild_article(
        article,
        nodes=lambda nodes: steps.nodes(nodes, lang, direction_),
        inlines=lambda _field, run: steps.nodes(run, lang, direction_),
    )
    return replace(new, meta=replace(new.meta, lang=lang, dir=direction_)), tuple(steps.findings)


class _Languages:
    """The article's own language and script, and what was found on the way."""

    def __init__(self, article: Article) -> None:
        text = _sample(article)
        self.findings: list[Finding] = []
        self.lang = canonical(article.meta.lang) or ""
        if not self.lang or self.lang == UNDETERMINED:
            settled = settle(article.meta.lang, text)
            self.lang = settled.lang
            self.findings.extend(settled.findings)
        self._script = dominant_script(text)

    def nodes(self, nodes: tuple[N, ...], lang: str, dir_: str) -> tuple[N, ...]:
        return tuple(self._node(node, lang, dir_) for node in nodes)

    def _node(self, node: N, lang: str, dir_: str) -> N:
        node = self._with_valid_lang(node)
        if isinstance(node, Paragraph) and node.lang is None:
            node = self._in_its_script(node, lang)
        own_lang = node.lang or lang
        own_dir = node.dir or (direction(own_lang) if node.lang else dir_)
        if node.lang is not None and node.dir is None and own_dir != dir_:
            node = replace(node, dir=own_dir)
        return rebuild(
            node,
            nodes=lambda nodes: self.nodes(nodes, own_lang, own_dir),
            inlines=lambda _field, run: self.nodes(run, own_lang, own_dir),
        )

    def _with_valid_lang(self, node: N) -> N:
        if node.lang is None:
            return node
        tag = canonical(node.lang)
        if tag is None:
            self._report_invalid(node)
        return node if tag == node.lang else replace(node, lang=tag)

    def _in_its_script(self, node: N, lang: str) -> N:
        text = plain_text(node.children) if isinstance(node, Paragraph) else ""
        script = dominant_script(text)
        if script in {None, self._script} or sum(map(str.isalpha, text)) < _ENOUGH_LETTERS:
            return node
        if script in _SCRIPTS.get(lang.partition("-")[0], ()):
            return node
        found = quick_guess(text)
        if found is None or found.probability < _LIKELY or are_kin(found.lang, lang):
            return node
        self.findings.append(
            Finding(
                "LANG-005",
                Severity.NOTE,
                f"a paragraph in another script was taken to be '{found.lang}'",
                hint="declare its language in the source",
                where=Place(node=node.id or ""),
            )
        )
        return replace(node, lang=found.lang)

    def _report_invalid(self, node: Node) -> None:
        tag = node.lang or ""
        meant = suggestion(tag)
        self.findings.append(
            Finding(
                "LANG-004",
                Severity.WARNING,
                f"'{tag[:40]}' is not a language tag",
                hint=f"write '{meant}'" if meant else "use a tag such as fr, en-GB or ar",
                where=Place(node=node.id or ""),
            )
        )


def _sample(article: Article) -> str:
    texts: list[str] = []
    length = 0
    for node in walk(article):
        if isinstance(node, Text):
            texts.append(node.value)
            length += len(node.value)
        if length > 4_000:
            break
    return " ".join(texts)
