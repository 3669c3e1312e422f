"""`lisible doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import json
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass

import click


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked for: its state is `ok`, `missing` or `wrong`, with the remedy."""

    subject: str
    state: str
    detail: str
    remedy: str = ""


@click.command(short_help="Say what is installed, what is missing and how to get it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def doctor(*, as_json: bool) -> int:
    """Look at Python packages, engines, validators and known conflicts.

    Exit code 1 when something is wrong; what is merely missing is optional.
    """
    found = [*_packages(), _pango(), _espeak(), *_validators(), _namesake()]
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], indent=2))
    else:
        for each in found:
            click.echo(f"{each.state:<8} {each.subject}: {each.detail}")
            if each.remedy:
                click.echo(f"         to get it: {each.remedy}")
    return int(any(each.state == "wrong" for each in found))


_EXTRAS = {
    "pdf": ("weasyprint", "page-validation", "pikepdf", "ziamath"),
    "epub": ("ebooklib", "lxml", "pillow"),
    "audio": ("av", "numpy", "pillow", "espeakng-loader"),
    "pico": () if sys.platform == "darwin" else ("py-nanotts",),
    "kokoro": ("kokoro-onnx",),
    "os-voices": ("pyttsx3",),
    "lang": ("py3langid",),
    "dask": ("distributed",),
    "storage": ("fsspec",),
}


def _packages() -> list[Diagnosis]:
    # It takes 15 ms to import, which `--help` does not have.
    from importlib.metadata import PackageNotFoundError, version

    found = [Diagnosis("Python", "ok", platform.python_version())]
    extra_of: dict[str, str] = {}
    for extra, names in _EXTRAS.items():
        for name in names:
            extra_of.setdefault(name, extra)  # where several have it, the first can bring it
    for name, extra in extra_of.items():
        try:
            found.append(Diagnosis(name, "ok", version(name)))
        except PackageNotFoundError:
            remedy = f"pip install 'lisible[{extra}]'"
            found.append(Diagnosis(name, "missing", f"part of the extra '{extra}'", remedy))
    return found


def _pango() -> Diagnosis:
    remedy = {
        "darwin": "brew install pango",
        "win32": "see WeasyPrint's installation page for Windows",
    }.get(sys.platform, "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")

    def load() -> str:
        import weasyprint

        return f"usable by WeasyPrint {weasyprint.__version__}"

    return _tried("Pango, for PDF", load, remedy)


def _espeak() -> Diagnosis:
    def load() -> str:
        import ctypes

        import espeakng_loader

        ctypes.CDLL(espeakng_loader.get_library_path())
        return "bundled library loads"

    return _tried("eSpeak NG, for audio", load, "pip install 'lisible[audio]'")


def _tried(subject: str, load: Callable[[], str], remedy: str) -> Diagnosis:
    try:
        return Diagnosis(subject, "ok", load())
    except (ImportError, OSError) as error:
        return Diagnosis(subject, "missing", str(error).splitlines()[0], remedy)


def _validators() -> list[Diagnosis]:
    from render.validators import Absent, find_tool

    found = []
    for name, parts in {
        "EPUBCheck": ("epubcheck",),
        "veraPDF": ("verapdf",),
        "Ace by DAISY": ("node_modules", "@daisy", "ace-cli"),
        "axe-core": ("node_modules", "axe-core"),
        "Nu Html Checker": ("node_modules", "vnu-jar"),
    }.items():
        try:
            found.append(Diagnosis(name, "ok", str(find_tool(*parts))))
        except Absent as reason:
            found.append(Diagnosis(name, "missing", str(reason), "make validators"))
    for program in ("java", "node", "chromium"):
        path = shutil.which(program)
        found.append(
            Diagnosis(program, "ok", path)
            if path
            else Diagnosis(program, "missing", "external validators need it", f"install {program}")
        )
    return found


def _namesake() -> Diagnosis:
    """Another distribution with a package called `render` would be mixed with ours."""
    from importlib.metadata import packages_distributions

    others = sorted({*packages_distributions().get("render", [])} - {"lisible"})
    if others:
        detail = f"{', '.join(others)} also installs a package called 'render'"
        return Diagnosis("conflicts", "wrong", detail, f"pip uninstall {' '.join(others)}")
    return Diagnosis("conflicts", "ok", "no other package called 'render'")
