from typing import Literal

HealthChecksDatabase = Literal["ok", "starting", "unavailable"]

HEALTH_CHECKS_DATABASE_VALUES: set[HealthChecksDatabase] = {
    "ok",
    "starting",
    "unavailable",
}


def check_health_checks_database(value: str) -> HealthChecksDatabase:
    if value in HEALTH_CHECKS_DATABASE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {HEALTH_CHECKS_DATABASE_VALUES!r}"
    )
