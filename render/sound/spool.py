"""Samples gathered piece by piece: in memory while they are few, on disk when they are hours."""

from __future__ import annotations

import tempfile
from types import TracebackType
from typing import Self

from render.errors import OutputError

# An hour and a half at 22 kHz; beyond it, joining in memory would hold everything twice.
_IN_MEMORY_BYTES = 1 << 28


class Spool:
    """Bytes that only grow, until they are taken out as one."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES)  # noqa: SIM115  closed by us

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let everything go."""
        self._file.close()

    def add(self, piece: bytes) -> None:
        """Put a piece at the end; raises OutputError when the disk is full."""
        try:
            self._file.write(piece)
        except OSError as error:
            raise OutputError(
                f"no room for the narration in '{tempfile.gettempdir()}': {error.strerror}",
                hint="free some space, or name another folder in TMPDIR",
            ) from error

    def take(self) -> bytes:
        """All pieces as one; the spool is closed."""
        self._file.seek(0)
        whole = self._file.read()
        self._file.close()
        return whole
