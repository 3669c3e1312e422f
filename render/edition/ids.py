"""Ids that never collide: those of an article with a prefix of their own."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from render.model import Article, Image, Link, Media, NoteRef
from render.model.walk import AnyNode, rewrite


def prefixed(article: Article, prefix: str) -> Article:
    """The article with `prefix` before every id and before all that names one.

    Two articles with prefixes of the forms `a1-` and `a2-` have no id in common.
    """
    if not prefix:
        return article
    renamed = rewrite(article, enter=lambda node: _renamed(node, prefix))
    assets = tuple(replace(asset, id=f"{prefix}{asset.id}") for asset in article.assets)
    return replace(renamed, assets=assets)


def _renamed(node: AnyNode, prefix: str) -> AnyNode:
    changes: dict[str, Any] = {"id": f"{prefix}{node.id}"} if node.id else {}
    match node:
        case NoteRef():
            changes["note"] = f"{prefix}{node.note}"
        case Link() if node.href.startswith("#"):
            changes["href"] = f"#{prefix}{node.href[1:]}"
        case Image():
            changes["asset"] = f"{prefix}{node.asset}"
        case Media():
            changes["asset"] = f"{prefix}{node.asset}"
            changes["tracks"] = tuple(
                replace(track, asset=f"{prefix}{track.asset}") for track in node.tracks
            )
        case _:
            pass
    return replace(node, **changes) if changes else node
