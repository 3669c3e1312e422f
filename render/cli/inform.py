"""`lisible explain` and `schema`: what there is, in words."""

from __future__ import annotations

import json

import click

from render.errors import UsageError

# Whose rules stand behind codes that we do not explain ourselves.
_TOOLS = {
    "ACE": "Ace by DAISY (EPUB accessibility)",
    "ALFA": "Siteimprove Alfa (WCAG 2.2, levels A and AA; alfa.siteimprove.com/rules)",
    "AXE": "axe-core (WCAG 2.2 and best practice)",
    "EPUBCHECK": "EPUBCheck (EPUB 3.3)",
    "HTMLCS": "HTML_CodeSniffer (WCAG 2, level AA)",
    "IBM": "IBM Equal Access (WCAG 2.2)",
    "NU": "the Nu Html Checker (HTML)",
    "PDFUA": "page-validation (PDF/UA-1)",
    "VERAPDF": "veraPDF (PDF/UA and PDF/A; the code names flavour and clause)",
}


@click.command(short_help="Say what a finding code means and what to do.")
@click.argument("code")
def explain(code: str) -> None:
    """Say what CODE, such as TEXT-001, means and what to do."""
    import difflib

    from render.explanations import every

    known = every()
    found = known.get(code.upper())
    prefix, _, rule = code.upper().partition("-")
    if found is None and rule and prefix in _TOOLS:
        click.echo(f"{code.upper()}: the rule {rule.lower()} of {_TOOLS[prefix]}")
        click.echo("\nThe message and the hint of the finding are that tool's own words.")
        return
    if found is None:
        near = difflib.get_close_matches(code.upper(), known, n=1)
        hint = f"did you mean {near[0]}?" if near else "codes stand before each finding"
        raise UsageError(f"no finding has the code '{code}'", hint=hint)
    click.echo(f"{found.code}: {found.summary}\n\n{found.explanation}\n\nWhat to do: {found.fix}")
    if found.clause:
        click.echo(f"Clause: {found.clause}")


@click.command(short_help="Print the JSON Schema of the article model.")
def schema() -> None:
    """Print the JSON Schema (2020-12) of the article model."""
    from render.model.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
