"""`pytest tests/laws --hypothesis-profile thorough`: fifty times the examples, others each time."""

from hypothesis import settings

settings.register_profile(
    "thorough", settings.get_profile("steady"), max_examples=5_000, derandomize=False
)
