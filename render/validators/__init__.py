"""Running the field's validators: where they are, and how a program is called."""

from render.validators.programs import Absent, find_program, find_tool, run_program, staged
from render.validators.verdicts import absent, ran, targets

__all__ = [
    "Absent",
    "absent",
    "find_program",
    "find_tool",
    "ran",
    "run_program",
    "staged",
    "targets",
]
