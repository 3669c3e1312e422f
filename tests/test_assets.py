"""Files of an article: which are read, and what they become."""

import io
import os
import struct
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image as Pictures

from render import model as m
from render.assets import load_assets


def article(*hrefs: str, data: bytes | None = None) -> m.Article:
    assets = tuple(m.Asset(id=f"a{n}", href=href, data=data) for n, href in enumerate(hrefs))
    body = tuple(m.Image(asset=asset.id, alt=m.Described("A bridge.")) for asset in assets)
    return m.Article(meta=m.Meta(title=(m.Text(value="T"),), lang="en"), body=body, assets=assets)


def load(folder: Path | None, *hrefs: str, data: bytes | None = None) -> tuple[m.Asset, list[str]]:
    loaded, findings = load_assets(article(*hrefs, data=data), folder)
    return loaded.assets[0], [finding.code for finding in findings]


def picture(
    mode: str = "RGB", size: tuple[int, int] = (4, 3), form: str = "PNG", **options
) -> bytes:
    buffer = io.BytesIO()
    Pictures.new(mode, size).save(buffer, form, **options)
    return buffer.getvalue()


def opened(asset: m.Asset) -> Pictures.Image:
    assert asset.data is not None
    return Pictures.open(io.BytesIO(asset.data))


def test_a_clean_png_is_kept_byte_for_byte_with_its_measures(tmp_path: Path) -> None:
    data = picture()
    (tmp_path / "photo.png").write_bytes(data)
    asset, codes = load(tmp_path, "photo.png")
    assert (asset.data, asset.media_type, asset.width_px, asset.height_px) == (
        data,
        "image/png",
        4,
        3,
    )
    assert asset.sha256 is not None
    assert codes == []


def test_names_may_be_percent_encoded_and_carry_a_query(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "un pont.png").write_bytes(picture())
    for href in ("images/un%20pont.png", "./images/../images/un pont.png?w=640"):
        assert load(tmp_path, href)[1] == []


@pytest.mark.parametrize(
    "href",
    ["file:///etc/hostname", "/etc/hostname", "../secret.png", "a/../../secret.png", "link.png",
     "C:\\secret.png", "%2e%2e/secret.png"],
)  # fmt: skip
def test_nothing_outside_the_folder_is_read(href: str, tmp_path: Path) -> None:
    folder = tmp_path / "article"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(picture())
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    asset, codes = load(folder, href)
    assert asset.data is None
    assert codes == ["ASSET-002"]


@pytest.mark.parametrize(
    "href", ["http://127.0.0.1:9/x.png", "https://example.org/x.png", "//example.org/x.png"]
)
def test_nothing_is_fetched(href: str, tmp_path: Path) -> None:
    assert load(tmp_path, href)[1] == ["ASSET-001"]


def test_without_a_folder_only_data_in_the_article_is_used() -> None:
    assert load(None, "photo.png")[1] == ["ASSET-001"]
    asset, codes = load(None, "embedded", data=picture())
    assert (asset.width_px, codes) == (4, [])


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.png")
    (tmp_path / "folder.png").mkdir()
    begin = time.perf_counter()
    for href in ("fifo.png", "folder.png", "missing.png", "", "a\0b.png"):
        assert load(tmp_path, href)[1] == ["ASSET-003"], href
    assert time.perf_counter() - begin < 1


def test_a_picture_of_13000_squared_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 13_000, 13_000, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    data = (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )
    (tmp_path / "bomb.png").write_bytes(data + picture()[33:])
    assert load(tmp_path, "bomb.png")[1] == ["ASSET-005"]


def test_pictures_together_have_a_limit(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.png").write_bytes(picture("1", (6_000, 6_000)))
    _, findings = load_assets(article("a.png", "b.png", "c.png"), tmp_path)
    assert [finding.code for finding in findings] == ["ASSET-005"]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("eighths", range(1, 8))
def test_a_truncated_picture_is_refused_by_name(form: str, eighths: int, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Pictures.effect_noise((64, 64), 80).convert("RGB").save(buffer, form)
    data = buffer.getvalue()
    (tmp_path / "cut.img").write_bytes(data[: len(data) * eighths // 8])
    loaded, findings = load_assets(article("cut.img"), tmp_path)
    assert loaded.assets[0].data is None
    assert [finding.code for finding in findings] in (["ASSET-006"], ["ASSET-008"])
    assert "cut.img" in findings[0].message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"not a picture", "ASSET-008"),
        (b"", "ASSET-004"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>", "ASSET-007"),
        (b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "ASSET-007"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(data)
    assert load(tmp_path, "x.png")[1] == [code]


def test_the_bytes_say_what_a_picture_is_not_its_name(tmp_path: Path) -> None:
    (tmp_path / "really-png.jpg").write_bytes(picture())
    assert load(tmp_path, "really-png.jpg")[0].media_type == "image/png"


def test_a_photo_is_turned_upright_and_loses_where_it_was_taken(tmp_path: Path) -> None:
    exif = Pictures.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    data = picture("RGB", (40, 20), "JPEG", exif=exif, comment=b"by me")
    assert b"Exif" in data
    (tmp_path / "photo.jpg").write_bytes(data)
    asset, codes = load(tmp_path, "photo.jpg")
    assert (asset.width_px, asset.height_px, codes) == (20, 40, [])
    assert asset.data is not None
    assert b"Exif" not in asset.data
    assert b"by me" not in asset.data


@pytest.mark.parametrize(
    ("data", "media_type", "mode"),
    [
        (picture("I;16"), "image/png", "L"),
        (picture("CMYK", form="JPEG"), "image/jpeg", "RGB"),
        (picture("RGBA", form="WEBP"), "image/png", "RGBA"),
        (picture("RGB", form="WEBP"), "image/jpeg", "RGB"),
        (picture("P", form="GIF"), "image/png", "P"),
        (picture("L", form="JPEG"), "image/jpeg", "L"),
        (picture("RGB", (1, 60_000)), "image/png", "RGB"),
    ],
    ids=["16-bit", "CMYK", "transparent WebP", "WebP", "GIF", "grey", "narrow"],
)
def test_every_kind_of_picture_becomes_png_or_jpeg_of_eight_bits(
    data: bytes, media_type: str, mode: str
) -> None:
    asset, codes = load(None, "x", data=data)
    assert codes == []
    assert asset.media_type == media_type
    assert opened(asset).mode == mode


def test_an_animation_becomes_its_first_frame() -> None:
    frames = [Pictures.new("P", (4, 4), color) for color in range(50)]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    asset, codes = load(None, "x", data=buffer.getvalue())
    assert codes == []
    assert getattr(opened(asset), "n_frames", 1) == 1


def test_text_chunks_of_a_png_go_and_the_same_bytes_come_out_each_time() -> None:
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Author", "somebody private")
    data = picture(pnginfo=notes)
    first, second = (load(None, "x", data=data)[0] for _ in range(2))
    assert first.data is not None
    assert b"private" not in first.data
    assert first == second


def test_an_unusable_image_stays_with_its_alternative(tmp_path: Path) -> None:
    loaded, _ = load_assets(article("missing.png"), tmp_path)
    assert loaded.body == article("missing.png").body
