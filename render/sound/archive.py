"""ZIP archives with the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# The earliest time that ZIP can tell: no clock, no difference.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_COMPRESSED_ALREADY = (".mp3", ".jpg", ".jpeg", ".png")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of the files, in the order of the mapping."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            # The same on Windows, where zipfile would write another number.
            entry.create_system = 3
            stored = name.endswith(_COMPRESSED_ALREADY)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()
