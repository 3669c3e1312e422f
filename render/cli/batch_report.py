"""`lisible report`: what a batch found, grouped by cause."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from render.errors import InputError, OutputError


@click.command(name="report", short_help="Group what a batch found by cause.")
@click.argument("output", metavar="OUT")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
@click.option("--to-file", "file", metavar="FILE", help="Write it there. [default: print it]")
def report(output: str, form: str, file: str | None) -> int:
    """Group the failures and findings of the batch in OUT by cause, the most costly first."""
    from render.batch.causes import batch_report, batch_report_json
    from render.batch.page import batch_report_page, batch_report_text
    from render.batch.receipts import receipts
    from render.batch.storage import is_address, remote

    with tempfile.TemporaryDirectory(prefix="lisible-") as folder:
        if is_address(output):
            remote(output).bring_receipts(Path(folder))
        made = batch_report(receipts(Path(folder if is_address(output) else output)))
    if not made.articles:
        raise InputError(
            f"'{output}' holds no receipts of a batch", hint="name the folder given to `batch -o`"
        )
    if form == "text":
        body = batch_report_text(made).encode()
    else:
        body = batch_report_json(made) if form == "json" else batch_report_page(made)
    if file is None:
        click.echo(body.decode(), nl=False)
        return 0
    try:
        Path(file).write_bytes(body)
    except OSError as error:
        raise OutputError(
            f"cannot write '{file}': {(error.strerror or str(error)).lower()}",
            hint="choose another place with --to-file",
        ) from error
    return 0
