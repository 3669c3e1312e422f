"""The cluster examples do what they say, as far as one machine can tell."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from render.batch.receipts import receipts

CLUSTER = Path(__file__).parents[2] / "examples" / "cluster"


@pytest.fixture
def environment(tmp_path):
    """A PATH whose `lisible` is this checkout's, as on a node where it is installed."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "lisible").write_text(
        f"#!{sys.executable}\nimport sys\nsys.path[:0] = {sys.path!r}\n"
        "from render.cli.main import main\nmain()\n"
    )
    (programs / "lisible").chmod(0o755)
    return os.environ | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "LISIBLE_CACHE": str(tmp_path / "cache"),
    }


@pytest.mark.slow
def test_the_tasks_of_a_slurm_array_make_every_article_once(articles, tmp_path, environment):
    folder = articles(*(f"Article number {number}" for number in range(5)))

    tasks = [
        subprocess.Popen(
            [CLUSTER / "slurm.sh", "--to", "fragile", "--voice", "silent", "--lang", "en"],
            env=environment
            | {
                "ARCHIVE": str(folder),
                "OUT": str(tmp_path / "out"),
                "SLURM_ARRAY_TASK_ID": str(number),
                "SLURM_ARRAY_TASK_COUNT": "2",
            },
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in (1, 2)
    ]
    told = [task.communicate()[0] for task in tasks]

    assert [task.returncode for task in tasks] == [0, 0]
    assert sum(int(words.split(" made")[0]) for words in told) == 5
    assert len(list(receipts(tmp_path / "out"))) == 5


def test_the_kubernetes_job_gives_every_index_its_shard():
    job = yaml.safe_load((CLUSTER / "kubernetes.yaml").read_text("utf-8"))
    (container,) = job["spec"]["template"]["spec"]["containers"]
    (script,) = container["args"]
    completions = job["spec"]["completions"]

    shards = [
        subprocess.run(
            ["sh", "-c", script.replace("exec lisible", "echo")],
            env={"JOB_COMPLETION_INDEX": str(index), "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for index in (0, completions - 1)
    ]

    assert job["spec"]["completionMode"] == "Indexed"
    assert [words[words.index("--shard") + 1] for words in shards] == [
        f"1/{completions}",
        f"{completions}/{completions}",
    ]
    assert {volume["mountPath"] for volume in container["volumeMounts"]} == {
        "/articles",
        "/editions",
    }
