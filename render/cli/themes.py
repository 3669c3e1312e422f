"""`lisible themes`: list the themes, and begin a new one."""

from __future__ import annotations

from pathlib import Path

import click


@click.group(short_help="List the themes, or begin a new one.", invoke_without_command=True)
@click.pass_context
def themes(context: click.Context) -> None:
    """List the themes that --theme knows by name."""
    if context.invoked_subcommand:
        return
    from render.theme import available

    for name in available():
        click.echo(name)


@themes.command(short_help="Begin a theme in a folder of that name.")
@click.argument("name")
@click.option("--parent", default="default", show_default=True, help="Theme it starts from.")
def new(name: str, parent: str) -> None:
    """Write the folder NAME with a theme to change: its tokens, and a style for each edition."""
    from render.errors import UsageError
    from render.theme import available, load, scaffold

    if name in available():
        raise UsageError(f"'{name}' is a theme that comes with Lisible", hint="choose another name")
    for path in scaffold(Path(name), load(parent)):
        click.echo(path)
    click.echo(f"Change what you like, then: lisible ARTICLE --theme {name}")
