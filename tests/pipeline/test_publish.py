import json
import os
import platform
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from render.errors import OutputError
from render.pipeline.publish import MANIFEST, publish


def _edition(**files: bytes) -> dict[str, bytes]:
    names = [{"name": name} for name in files]
    return {**files, MANIFEST: json.dumps({"files": names}).encode()}


def _content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != MANIFEST}


def test_the_folder_holds_the_files_and_nothing_is_left_beside_it(tmp_path):
    publish(_edition(page=b"one"), tmp_path / "new" / "article")

    assert _content(tmp_path / "new" / "article") == {"page": b"one"}
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["article"]


def test_a_new_edition_replaces_the_old_one_whole(tmp_path):
    target = tmp_path / "article"
    publish(_edition(page=b"one", sound=b"old"), target)

    publish(_edition(page=b"two"), target)

    assert _content(target) == {"page": b"two"}
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_with_a_foreign_file_is_refused_and_left_alone(tmp_path):
    target = tmp_path / "article"
    publish(_edition(page=b"one"), target)
    (target / "letter.txt").write_bytes(b"mine")

    with pytest.raises(OutputError, match=r"letter\.txt"):
        publish(_edition(page=b"two"), target)

    assert _content(target) == {"page": b"one", "letter.txt": b"mine"}


def test_a_folder_of_someone_else_is_refused(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "holiday.jpg").write_bytes(b"")

    with pytest.raises(OutputError, match="did not write"):
        publish(_edition(page=b"one"), tmp_path / "photos")


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "article").write_bytes(b"")

    with pytest.raises(OutputError, match="is a file"):
        publish(_edition(page=b"one"), tmp_path / "article")


def test_a_parent_that_is_a_file_is_named(tmp_path):
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(OutputError, match="cannot write"):
        publish(_edition(page=b"one"), tmp_path / "out" / "article")


def test_a_name_that_cannot_be_written_leaves_the_old_edition(tmp_path):
    target = tmp_path / "article"
    publish(_edition(page=b"one"), target)

    with pytest.raises(OutputError, match="cannot write"):
        publish(_edition(**{"no/such/folder": b"two"}), target)

    assert _content(target) == {"page": b"one"}
    assert len(list(tmp_path.iterdir())) == 1


def test_what_a_killed_run_left_behind_is_swept(tmp_path):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    here = re.sub(r"[^A-Za-z0-9.]", "_", platform.node())[:60]
    alive, elsewhere = f".lisible-{here}-{os.getpid()}-abc", f".lisible-other-{dead.pid}-abc"
    for name in (alive, elsewhere, f".lisible-{here}-{dead.pid}-abc"):
        (tmp_path / name).mkdir()

    publish(_edition(page=b"one"), tmp_path / "article")

    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"article", alive, elsewhere}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of them")
def test_what_a_process_left_that_nobody_has_buried_is_swept(tmp_path):
    here = re.sub(r"[^A-Za-z0-9.]", "_", platform.node())[:60]
    with subprocess.Popen(["true"]) as killed:
        os.waitid(os.P_PID, killed.pid, os.WEXITED | os.WNOWAIT)
        (tmp_path / f".lisible-{here}-{killed.pid}-abc").mkdir()
        publish(_edition(page=b"one"), tmp_path / "article")

    assert [path.name for path in tmp_path.iterdir()] == ["article"]


def test_a_path_with_spaces_and_accents_is_fine(tmp_path):
    target = tmp_path / "été à Łódź" / "mon article"

    publish(_edition(page=b"one"), target)

    assert _content(target) == {"page": b"one"}


def test_runs_that_publish_the_same_folder_at_once_leave_one_whole(tmp_path):
    target = tmp_path / "article"
    editions = [_edition(page=bytes([number]) * 1000, sound=bytes([number])) for number in range(8)]

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda edition: publish(edition, target), editions * 4))

    content = _content(target)
    assert content["page"] == content["sound"] * 1000
    assert [path.name for path in tmp_path.iterdir()] == ["article"]
