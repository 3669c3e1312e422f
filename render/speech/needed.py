"""The narration of a job, for formats that are nothing without one."""

from render.errors import EngineError
from render.narration import Narration
from render.plugins import Job


def needed_narration(job: Job) -> Narration:
    """The narration. Raises EngineError where it could not be made."""
    if job.narration is None:
        raise EngineError(
            "there is no narration", hint="the failure of the narration itself says why"
        )
    return job.narration
