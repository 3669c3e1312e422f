"""Row 63: a hundred articles, and five of them are none."""

import pytest

from render.cli.main import run
from tests.hostile.case import BODY
from tests.hostile.refusals import BOOKS

ROWS = (63,)
# Nothing, noise, too much, a book, and a byte that belongs to no letter.
POISON = (
    b"",
    b"\x00\xff\xfe" * 99,
    b"word " * 1_100_000,
    BOOKS["a missing package"][1],
    "rivière ".encode() + b"\xff",
)


@pytest.mark.slow
def test_five_poisoned_articles_of_a_hundred_are_named_and_the_others_made(tmp_path, capsys):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number:03}.txt").write_text(f"Bridge {number} opens\n\n{BODY}")
    poisoned = {f"{20 * number:03}": data for number, data in enumerate(POISON)}
    for name, data in poisoned.items():
        (folder / f"{name}.txt").write_bytes(data)
    backwards = tmp_path / "backwards.csv"
    paths = sorted(folder.iterdir(), reverse=True)
    backwards.write_text("path,name\n" + "".join(f"{path},{path.stem}\n" for path in paths))

    codes = [
        run([
            "batch", str(inputs), "-o", str(output), "--to", "html", "--lang", "en",
            "-j", "2", "--no-cache", "--plain",
        ])
        for inputs, output in ((folder, tmp_path / "one"), (backwards, tmp_path / "two"))
    ]  # fmt: skip

    assert codes == [5, 5]
    assert "Traceback" not in str(capsys.readouterr())
    quarantine = tmp_path / "one" / "quarantine"
    assert {path.name for path in quarantine.iterdir()} == set(poisoned)
    assert all((quarantine / name / "reason.txt").read_text().strip() for name in poisoned)
    one, two = (_made(tmp_path / name) for name in ("one", "two"))
    assert len({name.split("/")[0] for name in one}) == 95
    assert one == two


def _made(output):
    """The bytes of every edition, by path; not what a run says of itself or puts aside."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and not {".lisible", "quarantine"} & set(path.parts)
    }
