"""Many articles as one edition: its file, its parts, and the ids that keep them apart."""

from render.edition.ids import prefixed
from render.edition.listing import Group, contents_blocks, groups
from render.edition.pages import within
from render.edition.parts import Part
from render.edition.rights import inherited_rights
from render.edition.settings import Settings, read_settings
from render.edition.sound import Programme, joined
from render.edition.whole import whole

__all__ = [
    "Group",
    "Part",
    "Programme",
    "Settings",
    "contents_blocks",
    "groups",
    "inherited_rights",
    "joined",
    "prefixed",
    "read_settings",
    "whole",
    "within",
]
