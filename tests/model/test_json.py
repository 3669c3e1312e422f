"""Article JSON: the exact round trip and the published schema."""

import msgspec
import pytest
from hypothesis import Phase, given, settings

from render.model import Article
from render.model.schema import json_schema
from render.model.validate import validate
from render.preparation import prepare
from tests.strategies import articles

few = settings(max_examples=4, phases=[Phase.explicit, Phase.generate])


def test_the_schema_is_2020_12_and_names_every_kind_of_node() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"Article", "Section", "Paragraph", "NoteRef", "Missing"} <= set(schema["$defs"])
    assert schema["$defs"]["Meta"]["required"] == ["title", "lang"]
    assert schema["$defs"]["Meta"]["additionalProperties"] is False


def test_an_unknown_field_is_an_error_with_its_path() -> None:
    wrong = b'{"meta": {"title": [], "lang": "fr", "colour": "red"}}'
    with pytest.raises(msgspec.ValidationError, match=r"`colour` - at `\$.meta`"):
        msgspec.json.decode(wrong, type=Article)


@pytest.mark.slow
@few
@given(articles())
def test_what_was_prepared_has_no_errors_left(subject: Article) -> None:
    errors = {finding.code for finding in validate(prepare(subject).article)}
    assert errors <= {"MODEL-020", "MODEL-025", "MODEL-026"}
