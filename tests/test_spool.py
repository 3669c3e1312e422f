import errno
import os
import tempfile

import pytest

from render import spool
from render.errors import OutputError
from render.spool import Spool


@pytest.mark.parametrize("in_memory", [0, 10, 1 << 20])
def test_pieces_come_out_as_one_wherever_they_were_kept(in_memory, monkeypatch):
    monkeypatch.setattr(spool, "_IN_MEMORY_BYTES", in_memory)

    with Spool() as pieces:
        for piece in (b"one", b"", b"two" * 10, b"three"):
            pieces.add(piece)
        assert pieces.view() == b"one" + b"two" * 10 + b"three"
        assert pieces.take() == b"one" + b"two" * 10 + b"three"


def test_what_was_taken_outlives_the_spool(monkeypatch):
    monkeypatch.setattr(spool, "_IN_MEMORY_BYTES", 0)
    pieces = Spool()
    pieces.add(memoryview(b"kept on disk"))
    taken = pieces.take()
    del pieces

    assert bytes(taken) == b"kept on disk"


def test_a_full_disk_is_an_error_with_a_remedy(monkeypatch):
    class Full:
        def write(self, _piece):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        def close(self):
            pass

    monkeypatch.setattr(spool, "_IN_MEMORY_BYTES", 0)
    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    with pytest.raises(OutputError, match="No space left") as caught, Spool() as pieces:
        pieces.add(b"x")
    assert "TMPDIR" in caught.value.hint
