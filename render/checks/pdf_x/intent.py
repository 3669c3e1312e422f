"""The output intent: for which press the inks were chosen (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from render.checks.pdf_x.faults import Fault

if TYPE_CHECKING:
    from pikepdf import Pdf


def intent(pdf: Pdf) -> Iterator[Fault]:
    """Faults of the output intent and its profile."""
    intents: list[Any] = [
        each for each in pdf.Root.get("/OutputIntents", ()) if each.get("/S") == "/GTS_PDFX"
    ]
    if len(intents) != 1:
        yield Fault("PDFX-110", f"{len(intents)} output intents for PDF/X, and there must be one")
        return
    (found,) = intents
    if not str(found.get("/OutputConditionIdentifier", "")).strip():
        yield Fault("PDFX-112", "the output intent names no printing condition")
    profile = found.get("/DestOutputProfile")
    if profile is None:
        yield Fault("PDFX-111", "the output intent has no profile of the press")
        return
    data = profile.read_bytes()
    # ICC.1, 7.2: the class of the device, the colour space of its data, the signature.
    if data[36:40] != b"acsp" or data[12:16] != b"prtr":
        yield Fault("PDFX-111", "the profile of the output intent is not of a press")
    elif data[16:20] != b"CMYK" or int(profile.get("/N", 0)) != 4:
        space = data[16:20].decode("ascii", "replace").strip()
        yield Fault("PDFX-111", f"the profile of the output intent is for {space}, not for CMYK")
