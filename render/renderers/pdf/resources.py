"""The only resources a document may have: the article's assets, by id, from memory."""

import copy
from functools import cache

from render.errors import RenderError, ThemeError
from render.renderers.pdf.request import AssetData
from render.renderers.pdf.untyped import Fetcher

SCHEME = "asset:"


def fetcher(assets: dict[str, AssetData]) -> Fetcher:
    """A WeasyPrint URL fetcher that serves `asset:ID` and stops the render on anything else."""
    made = copy.copy(_empty_fetcher())
    made.assets = assets
    return made


@cache
def _empty_fetcher() -> Fetcher:
    # Heavy, and only ever needed inside the cage; with ten openers of the network, all unused.
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class AssetFetcher(URLFetcher):  # type: ignore[misc]
        """Never reaches the network or the disk."""

        assets: dict[str, AssetData]

        def fetch(self, url: str, _headers: object = None) -> object:
            asset = self.assets.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
            if asset is None:
                raise FatalURLFetchingError(url)
            return URLFetcherResponse(url, asset.data, {"Content-Type": asset.media_type})

    return AssetFetcher(allow_redirects=False, allowed_protocols=(), fail_on_errors=True)


def refusal(url: str) -> RenderError:
    """The error for an address that a document must not have."""
    return ThemeError(
        f"the print style or frame asks for '{url[:200]}', which is not an asset of the article",
        hint="themes carry their own fonts and pictures; remove the address",
    )
