"""Which languages a guess from words must not set against each other."""

# One language and its kinds, each with a code of its own, or two that are read alike.
_KIN = tuple(
    frozenset(kin.split())
    for kin in (
        "no nb nn da",
        "hr sr bs sh",
        "id ms",
        "ar arb ary arz apc",
        "ber zgh kab tzm shi",
        "bm dyu nqo man",
        "fa pes prs",
        "ff fuf fuc fuv fub fuh ffm",
        "sw swh",
        "zh cmn yue",
    )
)
# Different languages with so many words in common that a short guess confuses them.
_CONFUSED = (frozenset({"pt", "gl", "es"}), frozenset({"af", "nl"}))


def are_kin(first: str, second: str) -> bool:
    """Whether two tags name one language, or kinds of one; regions do not count."""
    pair = _primary(first, second)
    return len(pair) == 1 or any(pair <= kin for kin in _KIN)


def are_near(first: str, second: str) -> bool:
    """Whether two tags name one language, or two that a guess confuses."""
    return are_kin(first, second) or any(_primary(first, second) <= near for near in _CONFUSED)


def _primary(*tags: str) -> set[str]:
    return {tag.strip().replace("_", "-").partition("-")[0].lower() for tag in tags}
