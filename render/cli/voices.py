"""`lisible voices`: list the voices, try one, bring a model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from render.errors import OutputError, RenderError

if TYPE_CHECKING:
    from render.plugins import Voice, VoiceInfo


class _Voices(click.Group):
    """A group whose first word may be an engine instead of a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Voices,
    short_help="List the voices, try one, bring a model.",
    invoke_without_command=True,
)
@click.pass_context
def voices(context: click.Context) -> None:
    """List the voices of every installed speech engine.

    `lisible voices ENGINE` lists those of one engine.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_)


@voices.command(name="list", short_help="List the voices: name, language, word timing.")
@click.argument("engine", required=False)
def list_(engine: str | None) -> None:
    """List the voices of ENGINE, or of every speech engine: name, language, word timing.

    `auto` has no voices of its own; `lisible voices auto` shows which it chooses.
    """
    from render import plugins

    for name in [engine] if engine else plugins.names("voices"):
        try:
            offered = plugins.find("voices", name).voices()
        except RenderError as error:
            if engine:
                raise
            click.echo(f"{name}: not available, {error.message}")
            continue
        borrowed = [voice for voice in offered if ":" in voice.name]
        if borrowed and not engine:
            engines = ", ".join(dict.fromkeys(voice.name.partition(":")[0] for voice in borrowed))
            click.echo(f"{name}\t{len(borrowed)} languages\tthe best of {engines} for each")
        else:
            click.echo("\n".join(_lines("" if borrowed else f"{name}:", offered)))


def _lines(prefix: str, offered: tuple[VoiceInfo, ...]) -> Iterator[str]:
    """A line for each voice, with all its languages."""
    by_name: dict[str, list[VoiceInfo]] = {}
    for voice in offered:
        by_name.setdefault(voice.name, []).append(voice)
    for name, its in by_name.items():
        timing = "exact words" if its[0].exact_words else "exact sentences"
        yield f"{prefix}{name}\t{', '.join(voice.lang for voice in its)}\t{timing}"


@voices.command(name="try", short_help="Let a voice say a text, into a WAV file.")
@click.argument("voice")
@click.argument("text")
@click.option("--lang", metavar="TAG", help="The text's language.  [default: the voice's own]")
@click.option("--speed", "words_per_minute", metavar="WPM", type=click.IntRange(80, 450))
@click.option("-o", "--output", metavar="FILE", help="[default: VOICE.wav]")
def try_(voice: str, text: str, **given: Any) -> None:  # noqa: ANN401 (click's own values)
    """Let VOICE say TEXT as it says articles, numbers and all.

    VOICE is an engine or one of its voices, as `lisible voices` lists them: espeak:fr.
    """
    from render.pipeline.selection import choose_voice
    from render.speech import sample
    from render.speech.narrate import WORDS_PER_MINUTE

    engine, name = choose_voice(voice)
    lang = given["lang"] or _language(engine, name, text)
    speed = given["words_per_minute"] or WORDS_PER_MINUTE
    data = sample(engine, name, text, lang, speed)
    stem = re.sub(r"[^\w-]+", "-", voice).strip("-")
    path = Path(given["output"] or f"{stem}.wav")
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OutputError(f"'{path}' cannot be written: {error.strerror}") from error
    click.echo(f"{path}: {voice} in '{lang}'")


def _language(engine: Voice, name: str | None, text: str) -> str:
    """The language of the named voice, else that of the text."""
    from render.language.recognition import guess

    own = [info.lang for info in _named(engine, name)] if name else []
    if len({tag.partition("-")[0] for tag in own} - {"mul"}) == 1:
        return own[0]
    guessed = guess(text)
    return guessed.lang if guessed else "en"


def _named(engine: Voice, name: str) -> list[VoiceInfo]:
    if engine.named:
        return list(engine.named(name))
    return [info for info in engine.voices() if info.name.lower() == name.lower()]


@voices.command(short_help="Bring a Piper or Kokoro model, held to its checksum from then on.")
@click.argument("source")
@click.option("--sha256", metavar="HEX", help="What the model's maker says it must be.")
@click.option(
    "--voices",
    "packs",
    metavar="FILE",
    multiple=True,
    help="The voices of a Kokoro model: a pack, one voice, or a folder; may be repeated.",
)
def add(source: str, sha256: str | None, packs: tuple[str, ...]) -> None:
    """Bring the model at SOURCE, a file or an http(s) address that ends in .onnx.

    A Piper model's configuration, SOURCE.json, comes with it; a Kokoro model's voices are
    named by --voices. Each use is checked against the checksums that are noted now.
    """
    from render.voices.kokoro.adding import add as bring_kokoro
    from render.voices.piper.adding import add as bring_piper

    added = bring_kokoro(source, packs, sha256) if packs else bring_piper(source, sha256)
    click.echo(f"{added.voice}\t{', '.join(added.langs)}\t{added.path}")
    if added.unsaid:
        click.echo(f"not offered, as their language cannot be said: {', '.join(added.unsaid)}")
    click.echo(f"SHA-256 {added.sha256}")
    if sha256 is None:
        click.echo("Compare it with what the model's maker publishes.")
