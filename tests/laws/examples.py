"""How many examples a law is tried on."""

from typing import Any

from hypothesis import HealthCheck, Phase, settings


def examples(count: int, **more: Any) -> settings:
    """So many in the standing run, and in proportion in a thorough one.

    Without shrinking in the standing run: it would cost more than the law.
    """
    share = settings().max_examples / 100
    phases = (Phase.explicit, Phase.generate) if share <= 1 else tuple(Phase)
    return settings(
        max_examples=max(1, round(count * share)),
        suppress_health_check=list(HealthCheck),
        phases=phases,
        **more,
    )
