"""HTML to article nodes: the room below every reader that meets HTML.

It knows pieces of HTML, not pages: what is article and what is chrome is the
HTML reader's business.
"""

from render.dom.account import Account
from render.dom.anchors import find_targets
from render.dom.attributes import class_words, classes, is_hidden, roles
from render.dom.body import Body, map_body
from render.dom.descriptions import find_descriptions
from render.dom.mapper import TreeMapper
from render.dom.notes import find_notes
from render.dom.tree import Element, Tree, open_comment, parse_document, parse_fragment

__all__ = [
    "Account",
    "Body",
    "Element",
    "Tree",
    "TreeMapper",
    "class_words",
    "classes",
    "find_descriptions",
    "find_notes",
    "find_targets",
    "is_hidden",
    "map_body",
    "open_comment",
    "parse_document",
    "parse_fragment",
    "roles",
]
