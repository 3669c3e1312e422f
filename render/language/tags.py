"""Language tags: canonical form, direction, and what a wrong one probably meant."""

from typing import Literal

from render.language import profiles
from render.language.scripts import RTL_SCRIPTS

# Languages whose likely script is known without asking the registry, which costs 60 ms to load.
_RTL_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "nqo", "ps", "ur"})
_PLAIN_LANGUAGES = (
    _RTL_LANGUAGES
    | frozenset(profiles.SCRIPT_LANGUAGES.values())
    | frozenset(lang for table in profiles.WORDS.values() for lang in table)
    | {"zh"}
) - {"ff-Adlm"}
_PLAIN_REGIONS = (
    "AE AR AT AU BE BF BR CA CH CI CL CM CN CO DE DK DZ EG ES FI FR GB GN GR HK IE IL IN IR IT "
    "JP KE KR LB LU MA MC ML MX NE NG NL NO NZ PE PK PL PT QA RO RU SA SE SG SN TD TG TN TR TW "
    "UA US VE VN ZA"
)
_NAMES = {
    "français": "fr",
    "francais": "fr",
    "french": "fr",
    "english": "en",
    "anglais": "en",
    "deutsch": "de",
    "german": "de",
    "español": "es",
    "espanol": "es",
    "spanish": "es",
    "italiano": "it",
    "italian": "it",
    "português": "pt",
    "portugues": "pt",
    "portuguese": "pt",
    "nederlands": "nl",
    "dutch": "nl",
    "العربية": "ar",
    "arabic": "ar",
    "arabe": "ar",
    "עברית": "he",
    "hebrew": "he",
    "русский": "ru",
    "russian": "ru",
    "中文": "zh",
    "chinese": "zh",
    "日本語": "ja",
    "japanese": "ja",
    "bambara": "bm",
    "bamanankan": "bm",
}


def canonical(tag: str) -> str | None:
    """The tag in its canonical form (BCP 47, 4.5): `FR_fr` gives `fr-FR`, `iw` gives `he`.

    None where a subtag is malformed or is not registered.
    """
    cleaned = tag.strip().replace("_", "-")
    language, _, region = cleaned.partition("-")
    if language in _PLAIN_LANGUAGES and (not region or region in _PLAIN_REGIONS.split()):
        return f"{language}-{region}" if region else language
    if not 2 <= len(cleaned) <= 80 or not cleaned.isascii():
        return None
    # Imported here: the registry takes 60 ms to load and most articles do not need it.
    import langcodes

    try:
        standard = langcodes.standardize_tag(cleaned)
        return standard if langcodes.Language.get(standard).is_valid() else None
    except (LookupError, ValueError):
        return None


def suggestion(tag: str) -> str | None:
    """The tag somebody probably meant who wrote a language's name, such as `français`."""
    return _NAMES.get(tag.strip().lower())


def direction(lang: str) -> Literal["ltr", "rtl"]:
    """The direction of the script that the language is most likely written in."""
    tag = canonical(lang) or "und"
    if tag in _RTL_LANGUAGES:
        return "rtl"
    if tag in _PLAIN_LANGUAGES or tag == "und":
        return "ltr"
    import langcodes

    script = langcodes.Language.get(tag).maximize().script
    return "rtl" if script in RTL_SCRIPTS else "ltr"
