"""Packs of Kokoro voices: NumPy archives of a table each, read and written without NumPy.

A table has a row of 256 numbers for each count of phonemes. Its makers publish all voices as
one archive, others each as a file of bare numbers; both become one archive here.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from pathlib import Path

from render.errors import InputError, UsageError

_ROW_BYTES = 256 * 4
# The longest text of the model has 510 phonemes.
_MOST_BYTES = 1024 * _ROW_BYTES
# NumPy's format 1.0 as NumPy writes it.
_HEAD = re.compile(
    rb"\x93NUMPY\x01\x00..\{'descr': '<f4', 'fortran_order': False, "
    rb"'shape': \(\d+, 1, 256\), \} *\n",
    re.DOTALL,
)
_SUFFIX = ".npy"
# No clock in the file: the same voices give the same checksum.
_TIME = (1980, 1, 1, 0, 0, 0)


def voice_names(pack: Path) -> tuple[str, ...]:
    """The names of the voices of a pack; raises UsageError where it is none."""
    try:
        with zipfile.ZipFile(pack) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile) as error:
        raise UsageError(
            f"the voices '{pack}' are broken: {error}",
            hint="add the model again with `lisible voices add MODEL.onnx --voices FILE.bin`",
        ) from error
    return tuple(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))


def tables(file: Path) -> dict[str, bytes]:
    """The voices of a pack, or the one of a file of bare numbers, each as a NumPy array.

    Raises InputError for anything else.
    """
    if zipfile.is_zipfile(file):
        return _unpacked(file)
    size = file.stat().st_size
    if not size or size % _ROW_BYTES or size > _MOST_BYTES:
        raise _no_voices(file.name)
    return {file.stem: _framed(file.read_bytes())}


def write_pack(voices: dict[str, bytes], target: Path) -> None:
    """Write these voices as one pack, in the order of their names."""
    with zipfile.ZipFile(target, "x") as archive:
        for name in sorted(voices):
            archive.writestr(zipfile.ZipInfo(f"{name}{_SUFFIX}", _TIME), voices[name])


def _unpacked(file: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(file) as archive:
            return {
                info.filename.removesuffix(_SUFFIX): _array(archive, info)
                for info in archive.infolist()
            }
    # The last two: a compression that Python lacks, a password.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError(
            f"the voices '{file.name}' are damaged: {error}",
            hint="fetch them again, and compare with what their maker publishes",
        ) from error


def _array(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.file_size > _MOST_BYTES:
        raise _no_voices(info.filename)
    array = archive.read(info)
    head = _HEAD.match(array)
    if head is None or (len(array) - head.end()) % _ROW_BYTES:
        raise _no_voices(info.filename)
    return array


def _framed(numbers: bytes) -> bytes:
    shape = f"({len(numbers) // _ROW_BYTES}, 1, 256)"
    told = f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}"
    # With what stands before it, a multiple of 64 bytes.
    head = f"{told:<117}\n".encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head + numbers


def _no_voices(name: str) -> InputError:
    return InputError(
        f"'{name}' holds no Kokoro voices",
        hint="they are a pack such as voices-v1.0.bin, or a file such as ff_siwis.bin",
    )
