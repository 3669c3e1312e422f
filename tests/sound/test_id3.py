import struct

from render.sound.id3 import tag
from render.sound.tags import Chapter, Line, Tags

CHAPTERS = (Chapter("Début", 0, 1000), Chapter("Été 東京", 1000, 2500))
TAGS = Tags(
    title="L’été",
    artist="Awa",
    language="fra",
    date="2026-03-12",
    transcript="Un.\nDeux.",
    lines=(Line("Un.", 0), Line("Deux.", 1200)),
    cover=b"\xff\xd8jpeg",
    cover_media_type="image/jpeg",
)


def frames(data):
    assert data[:5] == b"ID3\x03\x00"
    size = sum(
        (byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True)
    )
    assert size == len(data) - 10
    return list(_frames(data[10:]))


def _frames(body):
    while body:
        name, (length, flags) = body[:4].decode(), struct.unpack(">IH", body[4:10])
        assert flags == 0
        yield name, body[10 : 10 + length]
        body = body[10 + length :]


def text(body):
    assert body[:3] == b"\x01\xff\xfe"
    return body[3:].decode("utf-16-le")


def test_frames_say_title_artist_language_and_year():
    found = dict(frames(tag(TAGS, ())))

    assert text(found["TIT2"]) == "L’été"
    assert text(found["TPE1"]) == "Awa"
    assert text(found["TLAN"]) == "fra"
    assert text(found["TYER"]) == "2026"


def test_chapters_stand_in_the_order_of_the_table_of_contents():
    found = frames(tag(TAGS, CHAPTERS))

    contents = next(body for name, body in found if name == "CTOC")
    chapters = [body for name, body in found if name == "CHAP"]
    assert contents == b"toc\0\x03\x02ch1\0ch2\0"
    assert [body.split(b"\0")[0] for body in chapters] == [b"ch1", b"ch2"]
    assert struct.unpack(">II", chapters[1][4:12]) == (1000, 2500)
    ((name, title),) = _frames(chapters[1][20:])
    assert (name, text(title)) == ("TIT2", "Été 東京")


def test_transcript_is_there_with_and_without_times():
    found = dict(frames(tag(TAGS, ())))

    assert found["USLT"][:4] == b"\x01fra"
    assert found["USLT"].endswith("Un.\nDeux.".encode("utf-16-le"))
    assert found["SYLT"][:6] == b"\x01fra\x02\x02"
    assert found["SYLT"].endswith("Deux.".encode("utf-16-le") + b"\0\0" + struct.pack(">I", 1200))


def test_cover_is_the_front_cover():
    found = dict(frames(tag(TAGS, ())))

    assert found["APIC"] == b"\0image/jpeg\0\x03\0\xff\xd8jpeg"


def test_nothing_is_said_of_what_is_not_known():
    assert [name for name, _ in frames(tag(Tags(title="T"), ()))] == ["TIT2", "TLAN"]
