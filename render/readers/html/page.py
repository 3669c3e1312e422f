"""A page's region, credits and title: everything settled before the mapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from render.dom import Account, Element, Tree, find_descriptions, find_notes
from render.dom.tree import SILENT_TAGS
from render.errors import UsageError
from render.readers.html.chrome import chrome_rule
from render.readers.html.credits import Credits, find_credits
from render.readers.html.density import Densities, measure
from render.readers.html.lazy import recover_images
from render.readers.html.locate import locate
from render.readers.html.metadata import PageMetadata
from render.readers.html.prune import prune
from render.readers.html.titles import Title, choose_title, says_title
from render.reading import Decision, ReadOptions

_HEADINGS = frozenset({"h1", "h2"})
_LOWER_HEADINGS = frozenset({"h3", "h4", "h5", "h6"})
_TEXT_CHARACTERS = 80
_KICKER_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Page:
    """A region that holds the article and nothing else, with its title and credits."""

    region: Element
    metadata: PageMetadata
    title: Title | None = None
    credits: Credits = field(default_factory=Credits)
    decisions: tuple[Decision, ...] = ()


def settle_page(tree: Tree, metadata: PageMetadata, options: ReadOptions, account: Account) -> Page:
    """Locate the article, take its title, byline and deck out, and prune its chrome.

    Raises UsageError when `options.select` matches nothing.
    """
    root = tree.root
    body = root.find("body") or root
    recover_images(body)
    nodes = list(body.elements())
    title = choose_title(metadata, [node for node in nodes if node.tag in _HEADINGS])
    if options.keep_all and options.select is None:
        return Page(body, metadata, title, Credits(metadata.authors, metadata.published), ())
    densities = measure(body)
    members, decision = _members(tree, densities, options)
    region = _gather(members)
    found = find_credits(nodes, region, metadata)
    find_descriptions(region, root, account)
    find_notes(region, root, account)
    if options.select is None:
        _bring_lead(nodes, title, region)
        _take_credits(title, found, account)
        found = _take_repeats(nodes, title, region, found, account)
        prune(region, densities, densities[body].prose, account)
    return Page(region, metadata, title, found, (decision,))


def drop_outside(root: Element, region: Element, account: Account) -> None:
    """List every piece of text outside the region, by the rule that calls it chrome."""
    path = {region, *region.ancestors()}
    body = root.find("body") or root
    stack: list[Element | str] = list(reversed(body.children)) if region is not body else []
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            account.drop(node, "outside-article")
        elif node is not region and node in path:
            stack.extend(reversed(node.children))
        elif node is not region and node.tag not in SILENT_TAGS:
            account.drop(node, chrome_rule(node) or "outside-article")


def _members(
    tree: Tree, densities: Densities, options: ReadOptions
) -> tuple[Sequence[Element], Decision]:
    if options.select is not None:
        chosen = [node for node in tree.root.elements() if "data-selected" in node.attributes]
        if not chosen:
            raise UsageError(
                f"'{options.select}' matches nothing in the page",
                hint="open the page's source and look for the element around the article",
            )
        outermost = [
            node for node in chosen if not any(above in chosen for above in node.ancestors())
        ]
        return outermost, Decision("region", options.select, "option", "", 1.0)
    location = locate(tree.root, densities)
    names = ", ".join(_name(element) for element in location.elements)
    return location.elements, Decision("region", names, location.rule, location.evidence, 0.8)


def _gather(members: Sequence[Element]) -> Element:
    """One element that holds all members, where the first one stood."""
    if len(members) == 1:
        return members[0]
    region = Element("article")
    parent = members[0].parent
    if parent is not None:
        at = next(i for i, child in enumerate(parent.children) if child is members[0])
        parent.children.insert(at, region)
        region.parent = parent
    for member in members:
        member.detach()
        region.append(member)
    region.has_block = True
    return region


def _bring_lead(nodes: Sequence[Element], title: Title | None, region: Element) -> None:
    """Move the captioned picture between title and article to where the article begins."""
    if title is None or title.heading is None:
        return
    order = {node: at for at, node in enumerate(nodes)}
    begin, end = order.get(title.heading, 0), _begin(region, order)
    for node in nodes[begin:end]:
        if node.tag != "figure" or node.find("img") is None or node.find("figcaption") is None:
            continue
        if not any(chrome_rule(above) for above in node.ancestors() if above.tag != "header"):
            node.detach()
            region.children.insert(0, node)
            node.parent = region
            region.has_block = True
            return


def _begin(region: Element, order: dict[Element, int]) -> int:
    """Where the region begins among the page's elements; one we made begins with its first."""
    if region in order:
        return order[region]
    return min((order[node] for node in region.elements() if node in order), default=0)


def _take_credits(title: Title | None, found: Credits, account: Account) -> None:
    if title is not None and title.heading is not None:
        title.heading.detach()
    for kept in (found.deck, found.kicker):
        if kept is not None:
            kept.detach()
    if found.byline is not None:
        account.drop(found.byline, "byline")
        found.byline.detach()


def _take_repeats(
    nodes: Sequence[Element],
    title: Title | None,
    region: Element,
    found: Credits,
    account: Account,
) -> Credits:
    """Take out the headings above the text that say the title again, or stand above it."""
    above = _headings_above_text(region)
    if title is None or not above:
        return found
    shown = title.heading
    order = {node: at for at, node in enumerate(nodes)} if shown is not None else {}
    for node in above:
        text = node.text()
        if says_title(node, title.text):
            account.drop(node, "title-repeated")
            node.detach()
        elif shown is not None and order.get(node, 0) < order[shown] and text:
            # What stands above a title is the name of its column or series.
            if found.kicker is None and len(text) <= _KICKER_CHARACTERS:
                found = replace(found, kicker=node)
            else:
                account.drop(node, "above-title")
            node.detach()
    return found


def _headings_above_text(region: Element) -> list[Element]:
    """The headings before the first run of text that is long enough to be the article's."""
    found: list[Element] = []
    stack: list[Element | str] = [region]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            if len(node) > _TEXT_CHARACTERS and len(" ".join(node.split())) > _TEXT_CHARACTERS:
                break
        elif node.tag in _HEADINGS or node.tag in _LOWER_HEADINGS:
            found.append(node)
        elif node.tag not in SILENT_TAGS:
            stack.extend(reversed(node.children))
    return found


def _name(element: Element) -> str:
    name = element.get("id")
    return f"{element.tag}#{name}" if name else element.tag
