"""The article model as JSON Schema 2020-12, for whoever writes article JSON."""

from typing import Any

import msgspec

from render.model.article import SCHEMA_VERSION, Article

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema of article JSON; what it cannot say is checked by `validate`."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:lisible:article:{SCHEMA_VERSION}",
        "title": "Lisible article",
        **msgspec.json.schema(Article),
    }
