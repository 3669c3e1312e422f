r"""The Markdown that Lisible reads.

CommonMark, and besides:

- tables, `~~struck~~`, `H~2~O`, `x^2^`, footnotes `[^1]` and `^[inline]`,
  definition lists, formulas `$x^2$` and `$$ … $$`;
- front matter between `---` lines, as YAML where every value is text;
- attributes: `[mot]{lang=fr}`, `![](rule.png){role=presentation}`, `## Title {#id}`,
  and a line `{#id lang=fr}` above a block;
- `*[HTML]: HyperText Markup Language` on a line of its own spells an abbreviation out;
- a paragraph `: Caption` or `Table: Caption` next to a table is its caption; its first
  column holds row headers when the corner cell is empty, when every first cell is
  **bold**, or with `{.row-headers}` on the line above;
- a picture alone in its paragraph is a figure, its title the caption:
  `![alternative text](chart.png "Caption")`;
- a last line `— Name` in a quotation says who is quoted;
- containers, `::: name Title` to `:::`; an outer one takes more colons:
  `figure` (the text after its content is the caption; also `caption`, `credit`),
  `description` (the long description of the figure it stands in or after), `note`,
  `warning`, `correction`, `related`, `box`, `pullquote`, `verse`.

Raw HTML is read as the HTML reader reads a fragment.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

# The parser recurses; a list and its item are two levels.
NESTING_LIMIT = 130
FLATTENED = "flattened"


def commonmark() -> MarkdownIt:
    """A parser for CommonMark alone, with our handling of links and of deep nesting."""
    markdown = MarkdownIt("commonmark", {"maxNesting": NESTING_LIMIT + 1})
    # Which addresses are allowed is decided, and reported, where all HTML is mapped.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    _keep_deep_text(markdown)
    return markdown


def parser() -> MarkdownIt:
    """A parser for the whole dialect."""
    markdown = commonmark().enable(["table", "strikethrough"])
    markdown.use(front_matter_plugin).use(footnote_plugin).use(deflist_plugin)
    markdown.use(attrs_plugin, spans=True).use(attrs_block_plugin)
    markdown.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    markdown.use(sub_plugin).use(superscript_plugin)
    markdown.use(container_plugin, "any", validate=_names_container)
    # Notes are written out by us: the plug-in drops those that nobody calls.
    markdown.core.ruler.disable(["footnote_tail"])
    return markdown


def _names_container(info: str, *_: object) -> bool:
    return bool(info.strip())


def _keep_deep_text(markdown: MarkdownIt) -> None:
    """Beyond its nesting limit markdown-it skips text without a word; keep it as a paragraph."""
    tokenize = markdown.block.tokenize

    def bounded(state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.level < NESTING_LIMIT:
            tokenize(state, startLine, endLine)
            return
        state.env[FLATTENED] = state.env.get(FLATTENED, startLine + 1)
        opening = state.push("paragraph_open", "p", 1)
        opening.map = [startLine, endLine]
        content = state.push("inline", "", 0)
        content.content = state.getLines(startLine, endLine, state.blkIndent, False).strip()  # noqa: FBT003
        content.map = [startLine, endLine]
        content.children = []
        state.push("paragraph_close", "p", -1)
        state.line = endLine

    markdown.block.tokenize = bounded  # type: ignore[method-assign]
