"""The rules of CONTRIBUTING.md that a machine can keep, so that review can talk about ideas."""

import ast
import io
import re
import subprocess
import tokenize
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from render.cli.main import cli

PROJECT = Path(__file__).resolve().parent.parent

TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "bench",
    "docs",
    "examples",
    "pyproject.toml",
    "render",
    "requirements.lock",
    "tests",
    "themes",
}
EMPTY_NAMES = {"base", "common", "helper", "helpers", "misc", "util", "utils"}
TEMPLATE_SUFFIXES = {".html", ".j2", ".jinja", ".xhtml", ".xml"}
CONDITIONAL = re.compile(r"\{%-?\s*(?:if|elif)\b|\{\{[^}]*\bif\b")
# Spelt so that this file does not name them.
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w")
REGISTRY_HOSTS = re.compile(
    r"(?:pypi|npmjs|pythonhosted|repo1?\.maven(?:\.apache)?|deb\.debian|proxy\.golang)\.org",
)
MAKE_COMMAND = re.compile(r"\bmake ([a-z-]+)\b")
LOCAL_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
CODE = re.compile(r"```(?s:.*?)```|`[^`\n]+`|^    .*", re.MULTILINE)
LISIBLE_COMMAND = re.compile(r"(?:^ *|`|[$|] )lisible((?: [^`|\n]+)?)", re.MULTILINE)
HOUSE_PATH = re.compile(r"`((?:render|themes|tests|examples|bench|docs|\.ci)/[a-z0-9_./-]*)`")


@cache
def tracked() -> tuple[str, ...]:
    """Every file in the repository, as paths from its root."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, check=True, capture_output=True, text=True
    )
    return tuple(name for name in listing.stdout.split("\0") if name and (PROJECT / name).is_file())


def texts() -> Iterator[tuple[str, str]]:
    for name in tracked():
        content = (PROJECT / name).read_bytes()
        if b"\0" not in content:
            yield name, content.decode("utf-8", errors="replace")


def sources(folder: str) -> list[str]:
    return [name for name in tracked() if name.startswith(f"{folder}/") and name.endswith(".py")]


def templates() -> list[str]:
    return [
        name
        for name in tracked()
        if name.startswith("themes/") and Path(name).suffix in TEMPLATE_SUFFIXES
    ]


def documents() -> list[str]:
    return [
        name
        for name in tracked()
        if name.endswith(".md") and ("/" not in name or name.startswith("docs/"))
    ]


def documented_code() -> list[str]:
    """Every code block and code span of the documents."""
    return [
        code for name in documents() for code in CODE.findall((PROJECT / name).read_text("utf-8"))
    ]


def code_lines(source: str) -> set[int]:
    """Numbers of the lines that hold code: no blank lines, comments or docstrings."""
    layout = {
        tokenize.COMMENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
        tokenize.INDENT,
        tokenize.NEWLINE,
        tokenize.NL,
    }
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in layout:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            lines.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def long_functions(source: str, longest: int) -> list[str]:
    functions = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= longest
    ]
    code = code_lines(source) if functions else set()
    return [
        f"{node.name} has {length} lines of code"
        for node in functions
        if (length := sum(node.lineno <= line <= (node.end_lineno or 0) for line in code)) > longest
    ]


def test_the_top_level_holds_the_rooms_of_the_house_and_nothing_else():
    found = {name.split("/")[0] for name in tracked()}

    assert found - TOP_LEVEL == set()


def test_a_file_is_one_idea_of_at_most_400_lines():
    long = {
        name: length
        for folder in ("render", "bench")
        for name in sources(folder)
        if (length := len((PROJECT / name).read_text("utf-8").splitlines())) > 400
    }

    assert long == {}


@pytest.mark.slow
def test_a_function_is_one_thought_of_at_most_40_lines_of_code():
    long = {
        name: found
        for name in sources("render")
        if (found := long_functions((PROJECT / name).read_text("utf-8"), longest=40))
    }

    assert long == {}


def test_blank_lines_comments_and_docstrings_are_not_code():
    source = 'def f():\n    """Say\n    much."""\n\n    # why\n    return (\n        1\n    )\n'

    assert code_lines(source) == {1, 6, 7, 8}
    assert long_functions(source, longest=4) == []
    assert long_functions(source, longest=3) == ["f has 4 lines of code"]


def test_no_module_has_a_name_that_says_nothing():
    named = [
        name
        for folder in ("render", "tests", "bench")
        for name in sources(folder)
        if EMPTY_NAMES & {*Path(name).parent.parts, Path(name).stem}
    ]

    assert named == []


def test_a_template_has_at_most_80_lines_and_10_conditionals():
    heavy = {}
    for name in templates():
        source = (PROJECT / name).read_text("utf-8")
        counts = len(source.splitlines()), len(CONDITIONAL.findall(source))
        if counts[0] > 80 or counts[1] > 10:
            heavy[name] = counts

    assert heavy == {}


def test_a_theme_holds_no_program():
    programs = [name for name in tracked() if re.match(r"themes/.*\.(py|js|mjs|sh)$", name)]

    assert programs == []


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY_HOSTS], ids=["paths", "registries"])
def test_no_file_names_a_machine(pattern):
    named = {
        name: found[0]
        for name, content in texts()
        if (found := [match.group() for match in pattern.finditer(content)])
    }

    assert named == {}


def test_every_dependency_is_locked_at_a_version_that_is_allowed():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    groups = project["dependency-groups"].values()
    asked = chain(project["project"]["dependencies"], *extras, *groups)
    locks = "".join(
        (PROJECT / name).read_text("utf-8")
        for name in ("requirements.lock", "tests/requirements.lock")
    )
    locked: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([\w.+-]+)", locks, flags=re.MULTILINE):
        locked.setdefault(canonicalize_name(name), []).append(version)
    requirements = [Requirement(line) for line in asked if not line.startswith("lisible")]

    wrong = [
        str(requirement)
        for requirement in requirements
        if not any(
            map(requirement.specifier.contains, locked.get(canonicalize_name(requirement.name), []))
        )
    ]

    assert wrong == []


def test_the_lock_files_hold_a_hash_for_every_package():
    for name in ("requirements.lock", "tests/requirements.lock"):
        content = (PROJECT / name).read_text("utf-8")
        pinned = re.split(r"^(?=[\w.-]+==)", content, flags=re.MULTILINE)[1:]

        assert pinned
        assert [entry.split()[0] for entry in pinned if "--hash=sha256:" not in entry] == []


def test_every_make_command_in_the_documents_exists():
    targets = set(
        re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    named = {command for code in documented_code() for command in MAKE_COMMAND.findall(code)}

    assert named - targets == set()


def test_every_lisible_option_in_the_documents_exists():
    groups = [each for each in cli.commands.values() if isinstance(each, click.Group)]
    options = {
        option
        for command in chain([cli], *(each.commands.values() for each in (cli, *groups)))
        for parameter in command.get_params(click.Context(command))
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    named = {
        word.split("=")[0]
        for code in documented_code()
        for arguments in LISIBLE_COMMAND.findall(code)
        for word in arguments.split("#")[0].split()
        if word.startswith("-") and word != "-"
    }

    assert named - options == set()


def test_every_local_link_and_path_in_the_documents_leads_somewhere():
    lost = {}
    for name in documents():
        content = (PROJECT / name).read_text("utf-8")
        beside = (PROJECT / name).parent
        named = [beside / path.partition("#")[0] for path in LOCAL_LINK.findall(content)]
        named += [PROJECT / path for path in HOUSE_PATH.findall(content)]
        if missing := [str(path) for path in named if not path.exists()]:
            lost[name] = missing

    assert lost == {}
