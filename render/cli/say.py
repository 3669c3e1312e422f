"""`lisible say`: how an article will be said, before any sound is made."""

from __future__ import annotations

from typing import Any

import click

from render.cli import options


@click.command(short_help="Show how an article will be said, beside how it is written.")
@click.argument("article")
@options.reader
@options.lang
@click.option("--changes", is_flag=True, help="Only what is said in another way than written.")
def say(article: str, **given: Any) -> None:  # noqa: ANN401 (click's own values)
    """Print what will be said of ARTICLE, a line for each sentence, with its role and language.

    Below each, what is said in another way than it is written. What was found in reading is told
    on standard error.
    """
    from render.cli.terminal import finding_lines
    from render.pipeline import open_file, read
    from render.preparation import prepare
    from render.reading import ReadOptions
    from render.speech.saying import sayings

    source, folder = open_file(article)
    said = ReadOptions(lang=given["lang"])
    reading = read(source, said, reader=given["reader"], folder=folder)
    prepared = prepare(reading.article)
    for finding in (*reading.findings, *prepared.findings):
        click.echo("\n".join(finding_lines(finding)), err=True)
    for saying in sayings(prepared.article):
        if saying.changes or not given["changes"]:
            click.echo(f"{saying.role} ({saying.lang}): {saying.spoken}")
        for written, spoken in saying.changes:
            click.echo(f"    {written} → {spoken}" if written else f"    announced: {spoken}")
