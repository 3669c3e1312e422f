"""Reading finished files back: the words, headings and languages they really hold."""

from render.inspection.documents import Heading, Reading, by_article, read_back
from render.inspection.expected import Flow, Run, flows
from render.inspection.matching import Fault, faults
from render.inspection.opened import flavours, opened_epub, tag_tree
from render.inspection.page_flows import page_flows
from render.inspection.sounds import SoundFacts, sound_facts
from render.inspection.words import is_prose, words

__all__ = [
    "Fault",
    "Flow",
    "Heading",
    "Reading",
    "Run",
    "SoundFacts",
    "by_article",
    "faults",
    "flavours",
    "flows",
    "is_prose",
    "opened_epub",
    "page_flows",
    "read_back",
    "sound_facts",
    "tag_tree",
    "words",
]
