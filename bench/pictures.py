"""Make the pictures of the README from the finished editions of the seed article.

Run after `make demo`, as `python -m bench.pictures`. Needs Chromium and poppler's pdftoppm.
All pictures have the shape of a sheet of A4, so that they stand well side by side.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Browser, sync_playwright

import render
from bench.waveform import draw_chapters
from render.theme import available

PROJECT = Path(__file__).resolve().parent.parent
PICTURES = PROJECT / "examples" / "pictures"
ARTICLE = PROJECT / "examples" / "mali.txt"
SIZE_PX = (720, 1018)
SCALE = 1.2
ACTIVE = "-epub-media-overlay-active"
SPOKEN = "p-1-s1"
# The page as it is while the voice says the title's eighth word.
LISTENING = """() => new Promise(done => {
  const audio = document.querySelector("audio");
  audio.addEventListener("seeked", () => setTimeout(done, 100));
  audio.addEventListener("loadedmetadata", () => { audio.currentTime = 2.3; });
  audio.load();
})"""
MAX_BYTES = 150_000


def main() -> int:
    """Write them all; 1 where there are no editions to show."""
    options = _arguments()
    folder = Path(options.out) / ARTICLE.stem
    if not folder.is_dir():
        print(f"{folder} is not there: run `make demo` first", file=sys.stderr)
        return 1
    PICTURES.mkdir(exist_ok=True)
    with _chromium() as browser:
        _save("page", _page(browser, folder / f"{ARTICLE.stem}.html", script=LISTENING))
        _save("pdf", _sheet(folder / f"{ARTICLE.stem}.pdf"))
        _save("epub", _book(browser, folder / f"{ARTICLE.stem}.epub"))
        _save("audio", draw_chapters(folder / f"{ARTICLE.stem}.mp3", SIZE_PX))
        for theme in available():
            _save(f"theme-{theme}", _themed(browser, theme))
    return 0


def _page(browser: Browser, file: Path, *, script: str = "") -> Image.Image:
    """The top of a page, in the window of a small tablet."""
    width, height = (round(each / SCALE) for each in SIZE_PX)
    window = browser.new_page(
        viewport={"width": width, "height": height}, device_scale_factor=SCALE, locale="fr-FR"
    )
    window.goto(file.as_uri())
    if script:
        window.evaluate(script)
    window.wait_for_timeout(300)
    picture = Image.open(BytesIO(window.screenshot()))
    window.close()
    return picture


def _sheet(file: Path) -> Image.Image:
    width, height = (str(each) for each in SIZE_PX)
    command = ["pdftoppm", "-png", "-singlefile", "-scale-to-x", width, "-scale-to-y", height]
    made = subprocess.run([*command, str(file)], check=True, capture_output=True)
    return Image.open(BytesIO(made.stdout))


def _book(browser: Browser, file: Path) -> Image.Image:
    """A chapter as a reading system shows it while it speaks: one sentence has the active class."""
    active = (
        f"const spoken = document.getElementById('{SPOKEN}'); "
        f"spoken.classList.add('{ACTIVE}'); spoken.scrollIntoView({{block: 'center'}})"
    )
    # What a reading system adds: margins and a typeface of its own.
    margins = (
        "document.documentElement.style.cssText = "
        "'margin: 2rem; font: 1.15rem/1.55 Literata, Georgia, \"DejaVu Serif\", serif'"
    )
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(file) as book:
            book.extractall(folder)
        return _page(browser, Path(folder, "EPUB", "article.xhtml"), script=f"{margins}; {active}")


def _themed(browser: Browser, theme: str) -> Image.Image:
    """The page beside the first printed sheet, at half size."""
    made = render.build(render.read(ARTICLE), ("html", "pdf"), theme=theme)
    with tempfile.TemporaryDirectory() as folder:
        page, sheet = (Path(folder, f"article.{kind}") for kind in ("html", "pdf"))
        for each in made.artefacts:
            Path(folder, "article").with_suffix(Path(each.file_name).suffix).write_bytes(each.data)
        pictures = [_framed(_page(browser, page)), _framed(_sheet(sheet))]
    both = Image.new("RGB", (2 * SIZE_PX[0] + 40, SIZE_PX[1]), "white")
    both.paste(pictures[0], (0, 0))
    both.paste(pictures[1], (SIZE_PX[0] + 40, 0))
    return both.resize((both.width * 2 // 3, both.height * 2 // 3), Image.Resampling.LANCZOS)


def _framed(picture: Image.Image) -> Image.Image:
    """Exactly the size wanted, with a hair line that shows where white paper ends."""
    whole = picture.convert("RGB").crop((0, 0, *SIZE_PX))
    return ImageOps.expand(whole.crop((1, 1, SIZE_PX[0] - 1, SIZE_PX[1] - 1)), 1, "#807b73")


def _save(name: str, picture: Image.Image) -> None:
    """As a PNG with a palette, as small as it gets."""
    whole = picture if name.startswith("theme-") else _framed(picture)
    path = PICTURES / f"{name}.png"
    for colours in (128, 64, 32):
        whole.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size < MAX_BYTES:
            break
    print(f"{path.relative_to(PROJECT)}  {path.stat().st_size / 1000:.0f} kB")


@contextmanager
def _chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", default=str(PROJECT / "out"), help="made by `make demo`")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
