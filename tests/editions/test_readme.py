"""The README shows what the command really prints."""

import re
from pathlib import Path

import pytest

from render.cli.main import run

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_the_output_in_the_readme_is_the_real_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shown = re.search(
        r"<!-- demo -->\n(.*?)<!-- /demo -->", (PROJECT / "README.md").read_text(), re.DOTALL
    )
    assert shown

    code = run([str(PROJECT / "examples" / "mali.txt"), "-o", "out"])

    assert code == 0
    assert _lines(shown[1]) == _lines(capsys.readouterr().out)


def _lines(text: str) -> list[str]:
    """Without sizes and versions, which differ from one machine to the next."""
    bare = re.sub(r", [\d.]+ k?M?B|(?<=\w) [\d.]+(?=:)", "", text)
    return [line.strip() for line in bare.splitlines() if line.strip()]
