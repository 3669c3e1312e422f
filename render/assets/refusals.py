"""Why a picture cannot be used, and the one message for those that stop an article."""

from __future__ import annotations

from collections.abc import Sequence

from render.errors import PictureError
from render.findings import Finding, Place, Severity
from render.model import Asset
from render.reading import Source

_NAMED = 100
_SHOWN_CHARACTERS = 80


class Refusal(Exception):
    """Why an asset cannot be used; never leaves this room.

    `stops` is for what reaches outside, exhausts the machine or is not what it claims:
    nobody meant to publish that. A picture that is merely missing, elsewhere or damaged is
    reported, and the article published with its text alternative.
    """

    def __init__(self, code: str, message: str, hint: str, *, stops: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.stops = stops


Refused = tuple[Asset, Refusal]


def finding(asset: Asset, refusal: Refusal) -> Finding:
    """The report of a picture that the article is published without."""
    return Finding(
        refusal.code,
        # The article can do without a picture from elsewhere; the others say it is not as sent.
        Severity.WARNING if refusal.code == "ASSET-001" else Severity.ERROR,
        f"image '{_shown(asset)}': {refusal.message}",
        hint=refusal.hint,
        where=Place(detail=f"asset {asset.id}"),
    )


def stop(refused: Sequence[Refused], source: Source) -> PictureError:
    """The error that names every picture of `refused`, each with its line, reason and remedy."""
    # A hostile page may have thousands, and each is looked for in the whole of it.
    named, more = refused[:_NAMED], len(refused) - _NAMED
    told = [
        f"image '{_shown(asset)}'{_line(asset, source)}: {why.message} ({why.code})"
        for asset, why in named
    ]
    if more > 0:
        told.append(f"and {more} more")
    return PictureError(f"{source.name}: {'; '.join(told)}", hint=_remedies(named))


def _remedies(refused: Sequence[Refused]) -> str:
    """Each remedy once, with the pictures it is for where there are several."""
    by_hint: dict[str, list[str]] = {}
    for asset, refusal in refused:
        by_hint.setdefault(refusal.hint, []).append(f"'{_shown(asset)}'")
    if len(by_hint) == 1:
        return next(iter(by_hint))
    return "; ".join(f"for {', '.join(names)}: {hint}" for hint, names in by_hint.items())


def _shown(asset: Asset) -> str:
    return (asset.href or asset.id)[:_SHOWN_CHARACTERS]


def _line(asset: Asset, source: Source) -> str:
    """Where the address stands in the input, if it stands there as it was read."""
    at = source.data.find(asset.href.encode("utf-8", "replace")) if asset.href else -1
    return "" if at < 0 else f" (line {len(source.data[: at + 1].splitlines())})"
