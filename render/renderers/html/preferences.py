"""The reader's own settings of the page: a disclosure that script alone shows and obeys.

What is chosen is kept in the reader's browser and goes nowhere else. What each choice
does is in `page.css`, as rules on attributes of the root.
"""

from markupsafe import Markup

from render.labels import Labels

Choices = tuple[tuple[str, str], ...]

# The value of a choice is the attribute's; without a value the theme and the device decide.
_SIZES = ("100", "125", "150", "175", "200", "250", "300")


def preferences(labels: Labels, in_labels: Markup) -> Markup:
    """The disclosure with one labelled list for each setting, hidden until script shows it."""
    settings = Markup("\n").join(
        choice(name, words, choices) for name, words, choices in _settings(labels)
    )
    return Markup(
        '<details class="preferences furniture" hidden{}>\n<summary>{}</summary>\n'
        '<div class="settings">\n{}\n<button type="button" class="restore">{}</button>\n'
        "</div>\n</details>"
    ).format(in_labels, labels.reading_preferences, settings, labels.restore)


def choice(name: str, words: str, choices: Choices) -> Markup:
    """A labelled list whose value the script keeps under `name`; the first is the default."""
    options = Markup("").join(
        Markup('<option value="{}">{}</option>').format(value, shown) for value, shown in choices
    )
    return Markup('<label>{} <select data-keep="{}">{}</select></label>').format(
        words, name, options
    )


def _settings(labels: Labels) -> tuple[tuple[str, str, Choices], ...]:
    standard = ("", labels.standard)
    return (
        ("size", labels.text_size, _sizes(labels)),
        (
            "spacing",
            labels.text_spacing,
            (standard, ("wide", labels.wide), ("very-wide", labels.very_wide)),
        ),
        (
            "typeface",
            labels.typeface,
            (standard, ("sans", labels.sans_serif), ("serif", labels.serif)),
        ),
        (
            "colours",
            labels.colours,
            (
                ("", labels.automatic),
                ("light", labels.light),
                ("dark", labels.dark),
                ("black-on-white", labels.black_on_white),
                ("white-on-black", labels.white_on_black),
            ),
        ),
        (
            "line",
            labels.line_length,
            (
                standard,
                ("short", labels.narrow),
                ("wide", labels.wide),
                ("whole", labels.whole_window),
            ),
        ),
    )


def _sizes(labels: Labels) -> Choices:
    return tuple(
        ("" if size == "100" else size, labels.percent.format(number=size)) for size in _SIZES
    )
