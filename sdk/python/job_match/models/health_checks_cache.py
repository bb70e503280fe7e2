from typing import Literal

HealthChecksCache = Literal["ok", "starting", "unavailable"]

HEALTH_CHECKS_CACHE_VALUES: set[HealthChecksCache] = {
    "ok",
    "starting",
    "unavailable",
}


def check_health_checks_cache(value: str) -> HealthChecksCache:
    if value in HEALTH_CHECKS_CACHE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {HEALTH_CHECKS_CACHE_VALUES!r}"
    )
