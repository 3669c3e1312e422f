"""The metadata blocks of FLAC files (RFC 9639, clause 8)."""

from __future__ import annotations

from render.errors import EngineError

_STREAM_INFO, _COMMENTS, _PICTURE = 0, 4, 6
_LAST = 0x80
_MAGIC = b"fLaC"


def with_metadata(file: bytes, comments: bytes, picture: bytes) -> bytes:
    """A FLAC file with these blocks in place of all but its stream information."""
    if not file.startswith(_MAGIC):
        raise EngineError("the FLAC coder made no FLAC file")
    information, sound = b"", len(_MAGIC)
    is_last = False
    while not is_last:
        kind, is_last = file[sound] & ~_LAST, bool(file[sound] & _LAST)
        length = int.from_bytes(file[sound + 1 : sound + 4], "big")
        if kind == _STREAM_INFO:
            information = file[sound + 4 : sound + 4 + length]
        sound += 4 + length
    blocks = [(_STREAM_INFO, information), (_COMMENTS, comments)]
    if picture:
        blocks.append((_PICTURE, picture))
    written = b"".join(
        bytes([kind | (_LAST if index == len(blocks) - 1 else 0)])
        + len(body).to_bytes(3, "big")
        + body
        for index, (kind, body) in enumerate(blocks)
    )
    return _MAGIC + written + file[sound:]
