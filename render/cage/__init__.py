"""The cage: runs an engine in a child process with limits, so that a crash costs one call."""

from render.cage.nesting import engines_here
from render.cage.supervisor import Limits, Worker, run

__all__ = ["Limits", "Worker", "engines_here", "run"]
