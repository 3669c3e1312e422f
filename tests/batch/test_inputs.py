"""Where articles come from, what their folders are called, and which shard has them."""

import io
import json
from itertools import chain

import pytest

from render.batch.inputs import Inputs, Shard
from render.errors import InputError, UsageError


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A folder of articles to be in."""
    for name in ("b.txt", "a.md", "news/a.txt", "news/a.html", "news.txt", "x.png", ".hid.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _listed(*named, output="out", shard=Shard()):  # noqa: B008
    return [(item.id, item.name) for item in Inputs(named, output, shard).items()]


def test_a_folder_gives_its_articles_in_a_tree_of_distinct_names(tree):
    assert _listed("in") == [
        ("a.md", "a"),
        ("b.txt", "b"),
        ("news.txt", "news"),
        ("news/a.html", "news-2/a"),
        ("news/a.txt", "news-2/a-2"),
    ]


def test_the_output_is_never_read(tree):
    assert _listed("in", output="in/news") == [("a.md", "a"), ("b.txt", "b"), ("news.txt", "news")]


def test_nor_is_it_by_a_pattern_that_is_above_it(tree):
    assert _listed("in/**/*.txt", output="in/news") == [("in/b.txt", "b"), ("in/news.txt", "news")]
    assert _listed("in/news/*.txt", output="in/news") == [("in/news/a.txt", "a")]


def test_links_that_lead_in_circles_give_each_article_once(tree):
    (tree / "in" / "news" / "loop").symlink_to(tree / "in")
    (tree / "in" / "latest.txt").symlink_to("b.txt")

    assert [name for name, _ in _listed("in/**/*.txt")] == [
        "in/b.txt",
        "in/latest.txt",
        "in/news.txt",
        "in/news/a.txt",
    ]


def test_globs_and_files_are_taken_as_named(tree):
    assert _listed("in/*.txt", "in/a.md") == [
        ("in/b.txt", "b"),
        ("in/news.txt", "news"),
        ("in/a.md", "a"),
    ]
    assert _listed("in/**/a.*")[0] == ("in/a.md", "a")


def test_a_file_that_is_not_there_is_one_failed_article_later(tree):
    assert _listed("absent.txt") == [("absent.txt", "absent")]


def test_nothing_to_do_is_an_error(tree):
    (tree / "bare").mkdir()
    for named in ("bare", "*.nothing"):
        with pytest.raises(UsageError, match="names no article"):
            _listed(named)


def test_a_csv_manifest_says_more_of_each_article(tree):
    (tree / "list.csv").write_text("path,lang,name\nin/b.txt,fr,\nin/news/a.txt,,the lead\n")

    first, second = Inputs(("list.csv",), "out").items()

    assert (first.path, first.name, first.reading) == ("in/b.txt", "in/b", {"lang": "fr"})
    assert (second.name, second.reading) == ("the-lead", {})


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("/abs/x", "abs/x"),
        ("//abs/x", "abs/x"),
        ("/", "article-e3b0c442"),
        ("a/" * 1200 + "x", "a/" * 1200 + "x"),
    ],
    ids=["absolute", "two slashes", "the root", "deep"],
)
def test_any_name_in_a_manifest_is_a_place_below_the_output(tree, said, name):
    (tree / "list.jsonl").write_text(json.dumps({"path": "in/b.txt", "name": said}))

    assert _listed("list.jsonl") == [("in/b.txt", name)]


def test_a_json_manifest_and_standard_input_take_objects_and_paths(tree, monkeypatch):
    lines = '{"path": "in/b.txt", "title": "Bee"}\n\nin/a.md\n'
    (tree / "list.jsonl").write_text(lines)
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))

    from_file = list(Inputs(("list.jsonl",), "out").items())

    assert from_file == list(Inputs(("-",), "out").items())
    assert [item.reading for item in from_file] == [{"title": "Bee"}, {}]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "path,langue\nx,fr\n", r"a.csv:1: no column is called 'langue'"),
        ("a.csv", "path,lang\nx\n", r"a.csv:2: .* cells"),
        ("a.csv", "lang\nfr\n", r"a.csv:2: no path"),
        ("a.jsonl", '{"path": 3}\n', r"a.jsonl:1: 'path' is not text"),
        ("a.jsonl", '{"path": "\\ud800"}\n', r"a.jsonl:1: 'path' holds half a surrogate pair"),
        ("a.jsonl", 'x.txt\n{"path"\n', r"a.jsonl:2: this is not JSON"),
    ],
)
def test_a_wrong_manifest_is_told_with_its_line(tree, name, text, told):
    (tree / name).write_text(text)

    with pytest.raises(UsageError, match=told):
        _listed(name)


def test_a_manifest_in_another_encoding_is_told(tree):
    (tree / "a.csv").write_bytes(b"path\ncaf\xe9.txt\n")

    with pytest.raises(InputError, match="is not UTF-8"):
        _listed("a.csv")


def test_shards_share_the_articles_and_agree_on_their_names(tree):
    whole = _listed("in")

    parts = [_listed("in", shard=Shard(number, 3)) for number in (1, 2, 3)]

    assert sorted(chain.from_iterable(parts)) == sorted(whole)
    assert [Inputs(("in",), "out", Shard(n, 3)).count() for n in (1, 2, 3)] == list(map(len, parts))


def test_a_shard_does_not_depend_on_who_else_is_there():
    ids = [f"article-{number}.txt" for number in range(3000)]
    sizes = [sum(Shard(number, 4).has(each) for each in ids) for number in (1, 2, 3, 4)]

    assert sum(sizes) == 3000
    assert min(sizes) > 650
