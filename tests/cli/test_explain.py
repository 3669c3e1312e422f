"""`lisible explain`: our codes in full, those of other tools by name, no code unanswered."""

import pytest

from render.cli.main import run


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("page-140", "WCAG 1.1.1"),
        ("PDF-109", "ISO 32000-2"),
        ("AXE-IMAGE-ALT", "image-alt of axe-core"),
        ("VERAPDF-UA1-7.1-3", "veraPDF"),
    ],
)
def test_a_code_is_explained(code, said, capsys):
    assert run(["explain", code]) == 0
    assert said in capsys.readouterr().out


def test_an_unknown_code_gets_the_nearest(capsys):
    assert run(["explain", "PAGE-14"]) == 2
    assert "did you mean PAGE-1" in capsys.readouterr().err
