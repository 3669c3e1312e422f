"""Rows 28 to 38: pictures from elsewhere, bombs, damage and missing words."""

# ruff: noqa: E501 (a table of cases reads best with one line each)

import io
import os
import struct
import zlib
from pathlib import Path

from PIL import Image

from tests.hostile.case import LISTENER, Case, article_json, markdown, page


def _image(name: str, alternative: str | None = "A bridge.") -> str:
    alt = "" if alternative is None else f' alt="{alternative}"'
    return f'<p><img src="{name}"{alt}></p>'


def _with(row: int, name: str, sources: tuple[str, ...], outcome, says: str = "", **more) -> Case:
    """A page with a picture from each source; its words must stand where it cannot."""
    return Case(row, name, page("".join(map(_image, sources))), outcome, says, ".html", (), **more)


def _named(row: int, name: str, source: str, outcome, says: str) -> Case:
    """The same in Markdown, where a path means a path."""
    data = markdown(f"![A bridge.]({source})")
    return Case(row, name, data, outcome, says, ".md", (), _no_regular_files)


def _held(row: int, name: str, source: str) -> Case:
    """The same in the model's own form."""
    image = {"type": "image", "asset": "a", "alt": {"type": "described", "text": "A bridge."}}
    data = article_json((image,), ({"id": "a", "href": source},))
    says = "asset outside the article folder"
    return Case(row, name, data, "err", says, ".json", (), _no_regular_files)


def _picture(
    mode: str = "RGB", size: tuple[int, int] = (8, 6), form: str = "PNG", **options
) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, form, **options)
    return stream.getvalue()


def _noise(form: str) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((64, 64), 80).convert("RGB").save(stream, form)
    return stream.getvalue()


def _write(**files: bytes):
    """Plant these files; `_` in a name stands for its full stop."""

    def plant(folder: Path) -> None:
        for name, data in files.items():
            (folder / name.replace("_", ".")).write_bytes(data)

    return plant


def _no_regular_files(folder: Path) -> None:
    os.mkfifo(folder / "fifo.png")
    (folder / "folder.png").mkdir()
    (folder / "outside.png").symlink_to(folder.parent / "secret.png")
    (folder / "device.png").symlink_to("/dev/zero")
    (folder.parent / "secret.png").write_bytes(_picture())


def _bomb() -> bytes:
    """A picture of 13,000 by 13,000 in a few bytes: its header says so."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", 13_000, 13_000, 8, 0, 0, 0, 0)
    head = (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )
    return head + _picture()[33:]


def _cut_at_each_eighth(folder: Path) -> None:
    for form in ("PNG", "JPEG"):
        data = _noise(form)
        for eighth in range(1, 8):
            (folder / f"{form}{eighth}.img").write_bytes(data[: len(data) * eighth // 8])


def _animation() -> bytes:
    frames = [Image.new("P", (2, 2), number % 250) for number in range(2_000)]
    stream = io.BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    return stream.getvalue()


def _odd_pictures(folder: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    turned.get_ifd(0x8825)[1] = "N"
    _write(
        wide_png=_picture("1", (60_000, 1)),
        deep_png=_picture("I;16"),
        cmyk_jpg=_picture("CMYK", form="JPEG"),
        turned_jpg=_picture(form="JPEG", exif=turned),
        moving_gif=_animation(),
    )(folder)


SVG = {
    "laughs": '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    "entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    "uses": '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"><use href="#a"/><use href="#a"/></g></svg>',
    "script": '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>steal()</script></svg>',
    "path": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0'
    + " L1 1" * 100_000
    + '"/></svg>',
    "plain": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0 L1 1"/></svg>',
}
HARMS = {
    "laughs": "declares entities",
    "entity": "declares entities",
    "uses": "copies its own copies",
    "script": "holds a script",
    "path": "has a path of over 100,000 characters",
}


def _svgs(folder: Path) -> None:
    for name, text in SVG.items():
        (folder / f"{name}.svg").write_text(text)


CUT = tuple(f"{form}{eighth}.img" for form in ("PNG", "JPEG") for eighth in range(1, 8))

CASES = [
    _with(28, "a picture by an address of this machine", ("file:///etc/hostname",), "err", "asset outside the article folder"),
    _with(28, "a picture on a drive", ("C:\\\\secret.png",), "err", "asset outside the article folder"),
    _named(28, "a picture by its full path", "/etc/hostname", "err", "article.md: image '/etc/hostname' (line 10): asset outside"),
    _held(28, "a picture by its full path", "/etc/hostname"),
    _with(28, "a page's pictures by their place on its site", ("/media/x.jpg", "/etc/hostname", "../x.jpg", "a/../../secret.png"), "warn", "ASSET-001", files=_no_regular_files, shows=("A bridge.",)),
    *(_named(29, "a picture above the folder", name, "err", "asset outside the article folder") for name in ("../secret.png", "a/../../secret.png", "%2e%2e/secret.png")),
    _held(29, "a picture above the folder", "../secret.png"),
    *(_with(29, "a picture that leads outside", (name,), "err", "asset outside the article folder", files=_no_regular_files) for name in ("outside.png", "device.png")),
    *(_with(29, "a picture that is no file", (name,), "err", "it is not a regular file", files=_no_regular_files) for name in ("fifo.png", "folder.png")),
    _with(30, "pictures on the network", (f"http://{LISTENER}/x.png", f"//{LISTENER}/x.png", f"ftp://{LISTENER}/x.png"), "warn", "ASSET-001", shows=("A bridge.",), hides=("65535",)),
    _with(33, "a picture of 13,000 by 13,000", ("bomb.png",), "err", "169 megapixels", files=_write(bomb_png=_bomb())),
    _with(33, "pictures that are too much together", ("a.png", "b.png", "c.png"), "err", "'c.png'", files=_write(**dict.fromkeys(("a_png", "b_png", "c_png"), _picture("1", (6_000, 6_000)))), is_heavy=True),
    _with(34, "pictures cut at every eighth", CUT, "flawed", "ASSET-006", files=_cut_at_each_eighth, shows=("A bridge.",)),
    _with(35, "text with the name of a picture", ("text.png",), "err", "it is not a picture", files=_write(text_png=b"not a picture")),
    _with(35, "a picture with the name of another kind", ("png.jpg",), "ok", files=_write(png_jpg=_picture()), shows=("data:image/png",)),
    _with(36, "a picture of no bytes", ("empty.png",), "err", "the file is empty", files=_write(empty_png=b"")),
    _with(36, "pictures of 2,000 frames, one line, 16 bits, four inks and a place", ("moving.gif", "wide.png", "deep.png", "cmyk.jpg", "turned.jpg"), "ok", files=_odd_pictures, is_heavy=True),
    *(_with(37, f"a drawing that {harm}", (f"{name}.svg",), "err", harm, files=_svgs) for name, harm in HARMS.items()),
    _with(37, "a drawing that does no harm", ("plain.svg",), "flawed", "ASSET-007", files=_svgs, shows=("A bridge.",)),
    Case(38, "a picture without words", page(_image("a.png", None)), "warn", "MODEL", ".html", (), _write(a_png=_picture())),
    Case(38, "a picture with its name for words", page(_image("a.png", "a.png")), "warn", "MODEL", ".html", (), _write(a_png=_picture())),
    Case(38, "a picture with 5,000 characters of words", page(_image("a.png", "word " * 1000)), "warn", "MODEL", ".html", (), _write(a_png=_picture())),
]  # fmt: skip
