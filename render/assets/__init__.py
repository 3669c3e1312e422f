"""Assets: files from inside the article's folder, decoded, made clean and named by content."""

from render.assets.files import asset_path
from render.assets.loading import load_assets

__all__ = ["asset_path", "load_assets"]
