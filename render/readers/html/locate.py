"""Where the article stands in a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from render.dom import Element, class_words, is_hidden
from render.readers.html.chrome import chrome_rule
from render.readers.html.density import Densities
from render.readers.html.words import ARTICLE_WORDS, CHROME_WORDS, DISCUSSION_WORDS

# More of the page's prose than this is no chrome, whatever its name.
_MAIN_SHARE = 0.35
_CHROME_WEIGHT = 0.3
_SOFT_RULES = frozenset({"named-chrome", "weakly-named-chrome", "role"})
_TAG_POINTS = {"div": 5, "article": 8, "main": 8, "section": 3, "pre": 3, "td": 3, "blockquote": 3,
    "ol": -3, "ul": -3, "dl": -3, "dd": -3, "dt": -3, "li": -3, "form": -3, "address": -3,
    "h1": -5, "h2": -5, "h3": -5, "h4": -5, "th": -5}  # fmt: skip
_NAME_POINTS = 25
# A long list of captions is no article; a list that is one lends its points to what holds it.
_LISTS = frozenset({"ul", "ol", "dl"})
_LIST_SHARE = 0.4
_REACH = 5
# An article in parts has this much more beside its best part, and few links between.
_PARTS_GAIN = 1.7
_PARTS_LINKS = 0.2
# With a part of the same name, that advertising cut off, less will do.
_TWIN_GAIN = 1.1


@dataclass(frozen=True, slots=True)
class Location:
    """The elements that make up the article, in document order, and how they were found."""

    elements: tuple[Element, ...]
    rule: str
    evidence: str


def locate(root: Element, densities: Densities) -> Location:
    """The located article; the whole body when nothing stands out."""
    body = root.find("body") or root
    holders = list(_prose_holders(body, densities))
    scores = _scores(body, holders, densities)
    if not scores:
        return Location((body,), "whole-body", "no prose stands out")
    top = max(scores, key=lambda element: scores[element])
    region = _climb(_common(top, scores, body), scores, body)
    region = _gather_parts(region, body, holders, densities)
    members = _with_siblings(region, scores, densities)
    evidence = f"{densities[region].prose} characters of prose, score {scores.get(region, 0):.0f}"
    return Location(members, "densest-prose", evidence)


def _prose_holders(body: Element, densities: Densities) -> Iterator[tuple[Element, float]]:
    """Elements whose own runs are prose, each with the weight that chrome leaves it."""
    stack = [(body, 1.0)]
    while stack:
        element, weight = stack.pop()
        if element is not body:
            weight *= _weight(element, densities[element].prose / max(densities[body].prose, 1))
        if densities[element].points:
            yield element, weight
        stack.extend(
            (child, weight)
            for child in reversed(element.children)
            if isinstance(child, Element) and densities[child].prose
        )


def _weight(element: Element, share: float) -> float:
    """Chrome speaks softly, not never: a page may call its article a modal."""
    if is_hidden(element):
        return _CHROME_WEIGHT
    rule = chrome_rule(element)
    if rule is None or (rule in _SOFT_RULES and share > _MAIN_SHARE):
        return 1.0
    return _CHROME_WEIGHT if rule in _SOFT_RULES else _CHROME_WEIGHT / 2


def _scores(
    body: Element, holders: Sequence[tuple[Element, float]], densities: Densities
) -> dict[Element, float]:
    """Each run of prose speaks for what holds it, ever less for what is farther above."""
    raw: dict[Element, float] = {}
    for holder, weight in holders:
        points = densities[holder].points * weight
        # A paragraph speaks for its container, text directly in a container for itself.
        start = holder if holder.has_block or holder.tag in {"div", "td", "section"} else None
        chain = [start] if start is not None else []
        for ancestor in holder.ancestors():
            if ancestor not in densities:
                break
            chain.append(ancestor)
            if len(chain) >= _REACH or ancestor is body:
                break
        for distance, element in enumerate(chain):
            share = 1.0 if distance == 0 else 0.5 if distance == 1 else 1 / (distance * 3)
            raw[element] = raw.get(element, 0.0) + points * share
    return {
        element: (value + _bonus(element))
        * (1 - densities[element].link_share)
        * (_LIST_SHARE if element.tag in _LISTS else 1.0)
        for element, value in raw.items()
    }


def _bonus(element: Element) -> float:
    bonus = float(_TAG_POINTS.get(element.tag, 0))
    words = class_words(element) if element.attributes else frozenset()
    if words & ARTICLE_WORDS:
        bonus += _NAME_POINTS
    if words & (CHROME_WORDS | DISCUSSION_WORDS):
        bonus -= _NAME_POINTS
    if element.get("itemprop").lower() == "articlebody":
        bonus += 2 * _NAME_POINTS
    return bonus


def _common(top: Element, scores: dict[Element, float], body: Element) -> Element:
    """An ancestor that three or more strong candidates share holds the article in parts."""
    rivals = [
        element
        for element, score in sorted(scores.items(), key=lambda item: -item[1])[:5]
        if element is not top and score >= 0.75 * scores[top]
    ]
    if len(rivals) < 3:
        return top
    for ancestor in top.ancestors():
        if ancestor is body:
            break
        if sum(any(a is ancestor for a in rival.ancestors()) for rival in rivals) >= 3:
            return ancestor
    return top


def _climb(region: Element, scores: dict[Element, float], body: Element) -> Element:
    """Go up while that gains score: then the article has more parts beside this one."""
    last = scores.get(region, 0.0)
    least = last / 3
    parent = region.parent
    while parent is not None and parent is not body and parent.tag != "html":
        score = scores.get(parent)
        if score is None:
            parent = parent.parent
            continue
        if score < least:
            break
        if score > last:
            region = parent
            break
        last = score
        parent = parent.parent
    while region.parent is not None and region.parent is not body:
        others = [c for c in region.parent.children if isinstance(c, Element) or c.strip()]
        if len(others) > 1:
            break
        region = region.parent
    return region


def _gather_parts(
    region: Element,
    body: Element,
    holders: Sequence[tuple[Element, float]],
    densities: Densities,
) -> Element:
    """Go up where most of the plain prose is beside the region: an article in many parts."""
    plain: dict[Element, float] = {}
    for holder, weight in holders:
        if weight < 1:
            continue
        for element in (holder, *holder.ancestors()):
            plain[element] = plain.get(element, 0.0) + densities[holder].points
            if element is body:
                break
    for ancestor in list(region.ancestors()):
        if ancestor is body or ancestor not in densities:
            break
        gain = plain.get(ancestor, 0.0) / max(plain.get(region, 0.0), 1.0)
        if densities[ancestor].link_share >= _PARTS_LINKS:
            continue
        if gain > _PARTS_GAIN or (gain > _TWIN_GAIN and _has_twin(ancestor, region, densities)):
            region = ancestor
    return region


def _has_twin(ancestor: Element, region: Element, densities: Densities) -> bool:
    """Whether one article element holds another part that is named as this one is."""
    name = region.get("class").partition(" ")[0]
    if ancestor.tag != "article" or not name:
        return False
    inside = {region, *region.elements()}
    return any(
        node.tag == region.tag
        and node not in inside
        and densities[node].prose > 0
        and node.get("class").partition(" ")[0] == name
        for node in ancestor.elements()
    )


def _with_siblings(
    region: Element, scores: dict[Element, float], densities: Densities
) -> tuple[Element, ...]:
    """The region with its neighbours that are article too."""
    if region.parent is None or region.tag == "body":
        return (region,)
    threshold = max(10.0, 0.2 * scores.get(region, 0.0))
    same_name = region.get("class")
    members: list[Element] = []
    for sibling in region.parent.children:
        if not isinstance(sibling, Element):
            continue
        if sibling is region:
            members.append(sibling)
            continue
        bonus = 0.2 * scores.get(region, 0.0) if same_name == sibling.get("class") != "" else 0.0
        density = densities[sibling]
        if scores.get(sibling, 0.0) + bonus >= threshold or (
            sibling.tag == "p" and density.prose > 80 and density.link_share < 0.25
        ):
            members.append(sibling)
    return tuple(members)
