"""Layouts of lines in Pango: set up once for a style, and kept from layout to painting.

WeasyPrint asks Pango for a context, a font and a language for every try at a line, throws
the line away when it is broken, and shapes it once more to paint it. A seventh of a warm
render went into that, for the same lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

# What a layout is set up by; the features are by their own names in Pango.
_SETTINGS = itemgetter(
    "direction",
    "lang",
    "font_language_override",
    "font_family",
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_variant_caps",
    "font_variation_settings",
)
_FEATURES = itemgetter(
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
_NO_FEATURES = ("auto", *["normal"] * 7)
_SPACING, _NO_SPACING = itemgetter("letter_spacing", "word_spacing"), ("normal", 0)
_MOST_SETUPS = 500
# Of some 6 kB each: those of the first two hundred pages.
_MOST_KEPT = 8000


@dataclass(slots=True, eq=False)
class _Setup:
    """What every layout of one style shares, as Pango has it."""

    context: Any
    language: Any
    font: Any


class _Budget:
    """How many more lines of the document may be kept for painting."""

    left = _MOST_KEPT


def begin_document() -> None:
    """Let the lines of another document be kept."""
    _Budget.left = _MOST_KEPT


def quicken() -> None:
    """Set layouts up once for each style, and keep those of lines; for this process."""
    from weasyprint.text.line_break import Layout

    whole, restored, new_layout = Layout.setup, Layout.reactivate, _layouts()

    def setup(layout: Any, style: Any) -> None:  # noqa: ANN401
        known: dict[str, Any] = vars(style)  # a copy of the style leaves it behind
        if "line_setup" not in known:
            known["line_setup"] = _shared(style)
        shared = known["line_setup"]
        if shared is None:
            whole(layout, style)
            return
        layout.style = style
        layout.first_line_direction = 0
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        layout.language = shared.language
        layout.layout = new_layout(shared)

    def deactivate(layout: Any) -> None:  # noqa: ANN401
        _Budget.left -= 1
        if layout.is_painted or _Budget.left < 0:
            del layout.layout, layout.language, layout.style

    def reactivate(layout: Any, style: Any) -> None:  # noqa: ANN401
        layout.is_painted = True
        is_kept = getattr(layout, "style", None) is style
        # Spaces are stretched only to be painted, and one alone otherwise than it was measured.
        if not is_kept or layout.justification_spacing or _SPACING(style) != _NO_SPACING:
            restored(layout, style)

    Layout.is_painted = False
    Layout.setup, Layout.deactivate, Layout.reactivate = setup, deactivate, reactivate


def _shared(style: Any) -> _Setup | None:  # noqa: ANN401
    """What layouts of a style share; None for those that need more than others."""
    if style["text_decoration_line"] != "none" or _FEATURES(style) != _NO_FEATURES:
        return None
    known: dict[Any, _Setup] = vars(style.font_config).setdefault("setups", {})
    settings = _SETTINGS(style)
    found = known.get(settings)
    if found is None:
        if len(known) >= _MOST_SETUPS:
            known.clear()
        found = known[settings] = _set_up(style)
    return found


def _set_up(style: Any) -> _Setup:  # noqa: ANN401
    """As WeasyPrint's own `Layout.setup`, as far as layouts can share it."""
    from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
    from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
    from weasyprint.text.fonts import get_font_description

    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, 0)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    override = style["font_language_override"]
    name = style["lang"] if override == "normal" else LST_TO_ISO.get(override.lower(), override)
    if name:
        language = pango.pango_language_from_string(unicode_to_char_p(name)[0])
        pango.pango_context_set_language(context, language)
    else:
        language = pango.pango_language_get_default()
    return _Setup(context, language, get_font_description(style))


def _layouts() -> Callable[[_Setup], Any]:
    from weasyprint.text.ffi import ffi, gobject, pango

    def new_layout(shared: _Setup) -> Any:  # noqa: ANN401
        layout = ffi.gc(pango.pango_layout_new(shared.context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout, 0)
        pango.pango_layout_set_font_description(layout, shared.font)
        return layout

    return new_layout
