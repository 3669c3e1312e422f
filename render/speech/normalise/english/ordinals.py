"""English ordinals and Roman numerals."""

from __future__ import annotations

import re

from render.speech.normalise import roman
from render.speech.normalise.english.quantities import cardinal, ordinal
from render.speech.normalise.rule import Rule, rule

# Said "the Eighth". Pope and king names; the rest of a name may stand before them.
_RULERS = (
    "Abdullah|Albert|Alexander|Alfonso|Benedict|Carlos|Catherine|Charles|Christian|Clement|"
    "Constantine|Edward|Elizabeth|Felipe|Ferdinand|Francis|Frederick|George|Gregory|Gustav|Hassan|"
    "Henry|Hussein|Innocent|James|John|John Paul|Leo|Leopold|Louis|Mary|Mohammed|Napoleon|Nicholas|"
    "Paul|Peter|Philip|Pius|Ptolemy|Ramesses|Richard|Urban|William"
)
_PARTS = r"[Cc]hapter|[Aa]ct|[Pp]art|[Vv]olume|[Bb]ook|[Ss]cene|[Pp]hase|[Aa]nnex|[Tt]itle|[Ll]evel"
_MOST = 39


def ordinal_rules() -> tuple[Rule, ...]:
    """Figures with an ordinal ending, then numerals that names carry."""

    def ruler(match: re.Match[str]) -> str | None:
        number = roman.value(match.group(2))
        if number is None or number > _MOST:
            return None
        return f"{match.group(1)} the {ordinal(number).capitalize()}"

    def named(match: re.Match[str]) -> str | None:
        number = roman.value(match.group(2))
        if number is None or number > _MOST:
            return None
        return f"{match.group(1)} {cardinal(number).capitalize()}"

    def part(match: re.Match[str]) -> str | None:
        number = roman.value(match.group(2))
        return None if number is None else f"{match.group(1)} {cardinal(number)}"

    return (
        rule(
            r"(?<![\w,.])(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)(?!\w)",
            lambda match: ordinal(int(match.group(1).replace(",", ""))),
        ),
        rule(rf"(?<!\w)({_RULERS}) ([IVX]+)(?!\w)(?![’'](?:m|ve|d|ll)\b)", ruler),
        rule(r"(?<!\w)((?:First|Second|World) War) (I{1,3})(?!\w)", named),
        rule(rf"(?<!\w)({_PARTS}) ([IVXLC]+)(?!\w)", part),
        # Elsewhere only what can hardly be anything else: a name, then two strokes or more.
        rule(r"(?<!\w)([A-Z][^\W\d_]*[a-z]) ([IVX]{2,})(?!\w)", named),
    )
