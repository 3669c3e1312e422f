"""Targets of links inside the article, moved to elements that become nodes."""

from __future__ import annotations

import re

from render.dom.account import Account
from render.dom.tree import Element

_HOSTS = frozenset("h1 h2 h3 h4 h5 h6 p li table figure blockquote pre dl ul ol aside img".split())


def find_targets(region: Element, account: Account) -> None:
    """Fill `account.targets`: written fragment to the id of the node it leads to."""
    wanted = {
        node.get("href")[1:]
        for node in region.elements()
        if node.tag == "a" and node.get("href").startswith("#")
    }
    taken: set[str] = set()
    seen: set[str] = set()
    for node in [region, *region.elements()]:
        for name in {node.get("id"), node.get("name") if node.tag == "a" else ""} - {""}:
            if name in seen:
                account.warn("HTML-018", f"id '{name[:60]}' is used twice", node)
                continue
            seen.add(name)
            kept = name in wanted or (node.tag in _HOSTS and name == node.get("id"))
            host = _host(node) if kept else None
            if host is not None:
                account.targets[name] = _settle(host, name, taken)


def _settle(host: Element, name: str, taken: set[str]) -> str:
    """Give the host an id that is a valid XML name, unless it was given one before."""
    settled = host.attributes.get("data-anchor")
    if settled is None:
        settled = re.sub(r"[^\w.-]", "-", name)
        if not re.match(r"[^\W\d]", settled):
            settled = f"id-{settled}"
        while settled in taken:
            settled += "-2"
        taken.add(settled)
        host.attributes["data-anchor"] = settled
    return settled


def _host(node: Element) -> Element | None:
    if node.tag in _HOSTS and (node.text() or node.tag == "img"):
        return node
    below = next((one for one in node.elements() if one.tag in _HOSTS and one.text()), None)
    above = next((one for one in node.ancestors() if one.tag in _HOSTS and one.text()), None)
    return above or below
