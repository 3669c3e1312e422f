"""Files of an article: which are read, and what they become."""

import io
from pathlib import Path

import pytest
from PIL import Image as Pictures

from render import model as m
from render.assets import load_assets
from render.errors import InputError
from render.reading import Source

SOURCE = Source(b"one\r\n/photo.png\r\n", "article.md")


def article(*hrefs: str, data: bytes | None = None) -> m.Article:
    assets = tuple(m.Asset(id=f"a{n}", href=href, data=data) for n, href in enumerate(hrefs))
    body = tuple(m.Image(asset=asset.id, alt=m.Described("A bridge.")) for asset in assets)
    return m.Article(meta=m.Meta(title=(m.Text(value="T"),), lang="en"), body=body, assets=assets)


def load(folder: Path | None, *hrefs: str, data: bytes | None = None) -> tuple[m.Asset, list[str]]:
    loaded, findings = load_assets(article(*hrefs, data=data), folder, SOURCE)
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


def test_without_a_folder_only_data_in_the_article_is_used() -> None:
    assert load(None, "photo.png")[1] == ["ASSET-001"]
    asset, codes = load(None, "embedded", data=picture())
    assert (asset.width_px, codes) == (4, [])


@pytest.mark.slow
def test_pictures_together_have_a_limit(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.png").write_bytes(picture("1", (6_000, 6_000)))
    with pytest.raises(InputError, match=r"^article.md: image 'c.png': .*ASSET-005\)$"):
        load_assets(article("a.png", "b.png", "c.png"), tmp_path, SOURCE)


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
    loaded, _ = load_assets(article("missing.png"), tmp_path, SOURCE)
    assert loaded.body == article("missing.png").body


def refused(href: str, data: bytes | None, folder: Path) -> InputError:
    """What stops an article with this picture."""
    with pytest.raises(InputError) as caught:
        load_assets(article(href, data=data), folder, SOURCE)
    return caught.value


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "ASSET-004"),
        (b"Not a picture at all", "ASSET-008"),
        (b"BMW sold more cars", "ASSET-008"),
        (b"<!DOCTYPE html><title>404</title>", "ASSET-008"),
        (b"<?xml version='1.0'?><html/>", "ASSET-008"),
        (b"<?xml version='1.0'?><rss/>", "ASSET-007"),
        (SVG % b"<script/>", "ASSET-007"),
        (SVG % b"<svg:script/>", "ASSET-007"),
        (SVG % b"<foreignObject/>", "ASSET-007"),
        (SVG % b"<g onload='steal()'/>", "ASSET-007"),
        (SVG % b"<image xlink:href='/etc/passwd'/>", "ASSET-007"),
        (SVG % b"<script/><unclosed>", "ASSET-007"),
        (SVG % b"<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>", "ASSET-007"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_harmless_picture_stops_the_article(data, code, tmp_path):
    assert code in refused("x", data, tmp_path).message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n", "ASSET-006"),
        (b"\xff\xd8\xff", "ASSET-006"),
        (picture(form="BMP"), "ASSET-010"),
        (picture(form="TIFF"), "ASSET-010"),
        (picture(form="ICO"), "ASSET-010"),
        (b"\0\0\0\x1cftypavif", "ASSET-010"),
        (SVG % b"<path d='M0 0 L1 1'/>", "ASSET-007"),
        (SVG % b"<a xlink:href='https://example.org/'><path/></a>", "ASSET-007"),
        (SVG % b"<defs><path id='a'/></defs><use href='#a'/><use xlink:href='#a'/>", "ASSET-007"),
        (SVG % b"<path", "ASSET-007"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_picture_cut_short_or_of_another_kind_is_reported(data, code, tmp_path):
    assert load(tmp_path, "x", data=data)[1] == [code]


def test_a_picture_is_looked_at_whatever_hash_it_brings(tmp_path):
    held = m.Asset(id="a0", data=SVG % b"<script/>", media_type="image/svg+xml", sha256="0")
    lying = m.Article(meta=article().meta, body=article("x").body, assets=(held,))
    with pytest.raises(InputError, match="ASSET-007"):
        load_assets(lying, tmp_path, SOURCE)


def test_every_picture_that_stops_is_named_with_its_line_and_its_remedy(tmp_path):
    (tmp_path / "text.png").write_bytes(b"text")

    with pytest.raises(InputError) as caught:
        load_assets(article("/photo.png", "missing.png", "text.png"), tmp_path, SOURCE)

    assert caught.value.message == (
        "article.md: image '/photo.png' (line 2): asset outside the article folder (ASSET-002); "
        "image 'text.png': it is not a picture (ASSET-008)"
    )
    assert caught.value.hint == (
        "for '/photo.png': copy the file beside the article and name it from there; "
        "for 'text.png': put the picture itself there"
    )


@pytest.mark.parametrize(
    "href", ["/etc/hostname", "../x.png", "a/../../x.png", "%2e%2e/x.png", "\\\\host\\x.png"]
)
def test_a_path_out_of_the_folder_is_an_address_in_a_page(href, tmp_path):
    assert "ASSET-002" in refused(href, None, tmp_path).message
    with pytest.raises(InputError, match="ASSET-002"):
        load_assets(article(href), None, SOURCE)
    _, findings = load_assets(article(href), tmp_path, SOURCE, on_site=True)
    assert [finding.code for finding in findings] == ["ASSET-001"]


@pytest.mark.parametrize("href", ["file:///etc/hostname", "FILE:x.png", "C:\\x.png", "out.png"])
def test_a_file_of_this_machine_is_refused_in_a_page_too(href, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.png").write_bytes(picture())
    (tmp_path / "in" / "out.png").symlink_to(tmp_path / "secret.png")

    with pytest.raises(InputError, match="ASSET-002"):
        load_assets(article(href), tmp_path / "in", SOURCE, on_site=True)


@pytest.mark.parametrize("href", ["", "#", "?w=640", "./", "no.png", "a\0b.png", "x" * 300])
def test_a_name_of_no_file_is_a_missing_picture(href, tmp_path):
    assert load(tmp_path, href)[1] == ["ASSET-003"]
