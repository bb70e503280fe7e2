from typing import Literal

HealthChecksEmbedder = Literal["ok", "starting", "unavailable"]

HEALTH_CHECKS_EMBEDDER_VALUES: set[HealthChecksEmbedder] = {
    "ok",
    "starting",
    "unavailable",
}


def check_health_checks_embedder(value: str) -> HealthChecksEmbedder:
    if value in HEALTH_CHECKS_EMBEDDER_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {HEALTH_CHECKS_EMBEDDER_VALUES!r}"
    )
