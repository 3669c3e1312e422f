"""Samples gathered piece by piece: in memory while they are few, on disk when they are hours."""

from __future__ import annotations

import io
import mmap
import tempfile
from contextlib import suppress
from types import TracebackType
from typing import IO, Self

from render.errors import OutputError

# An hour and a half at 22 kHz.
_IN_MEMORY_BYTES = 1 << 28


class Spool:
    """Bytes that only grow, to be looked at where they are or taken out as one."""

    def __init__(self) -> None:
        self._memory = io.BytesIO()
        self._file: IO[bytes] | None = None

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
        """Let everything go, once nobody looks at it."""
        with suppress(BufferError):
            self._memory.close()
        if self._file is not None:
            self._file.close()

    def add(self, piece: bytes | memoryview) -> None:
        """Put a piece at the end; raises OutputError when the disk is full."""
        if self._file is None:
            self._memory.write(piece)
            if self._memory.tell() <= _IN_MEMORY_BYTES:
                return
            piece = self._memory.getbuffer().tobytes()
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115  closed by us
                self._memory = io.BytesIO()
            self._file.write(piece)
        except OSError as error:
            raise OutputError(
                f"no room for the narration in '{tempfile.gettempdir()}': {error.strerror}",
                hint="free some space, or name another folder in TMPDIR",
            ) from error

    def view(self) -> memoryview:
        """All pieces as one, without a copy: what is on disk is mapped. Nothing can be added."""
        if self._file is None:
            return self._memory.getbuffer()
        self._file.flush()
        return memoryview(mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ))

    def take(self) -> memoryview:
        """All pieces as one, without a copy, for longer than the spool, which is closed."""
        # Bytes are shared, as nobody writes to them any more; a map outlives its file.
        whole = memoryview(self._memory.getvalue()) if self._file is None else self.view()
        self.close()
        return whole
