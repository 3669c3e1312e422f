"""The CMYK profile of the printer: the one that is given, or one that the system has."""

from __future__ import annotations

from pathlib import Path

from render.errors import UsageError

# ISO Coated v2 and its equals first: the usual offset press on coated paper.
_NAMES = (
    "PSOcoated_v3.icc",
    "ISOcoated_v2_eci.icc",
    "FOGRA39L_coated.icc",
    "CoatedFOGRA39.icc",
    "Generic CMYK Profile.icc",
    "default_cmyk.icc",
)
_FOLDERS = (
    "/usr/share/color/icc",
    "/usr/local/share/color/icc",
    "/Library/ColorSync/Profiles",
    "/System/Library/ColorSync/Profiles",
    "C:/Windows/System32/spool/drivers/color",
)


def cmyk_profile(path: str | None) -> bytes:
    """The bytes of the profile at `path`, or of the first known one of the system.

    Raises UsageError where it cannot be read, is no CMYK profile, or there is none.
    """
    found = Path(path) if path else _of_the_system()
    if found is None:
        raise UsageError(
            "the 'print' edition needs a CMYK profile, and this system has none",
            hint="ask the printer for theirs and name it with cmyk_profile",
        )
    try:
        data = found.read_bytes()
    except OSError as error:
        raise UsageError(f"the CMYK profile '{found}' cannot be read: {error.strerror}") from error
    # ICC.1, 7.2: the colour space of the data, and the signature that every profile has.
    if data[16:20] != b"CMYK" or data[36:40] != b"acsp":
        raise UsageError(
            f"'{found}' is not a profile for CMYK", hint="name an ICC file for a printing press"
        )
    return data


def _of_the_system() -> Path | None:
    there = [folder for folder in map(Path, _FOLDERS) if folder.is_dir()]
    for name in _NAMES:
        for folder in there:
            if found := sorted(folder.rglob(name)):
                return found[0]
    return None
