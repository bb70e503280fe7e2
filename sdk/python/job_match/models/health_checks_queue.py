from typing import Literal

HealthChecksQueue = Literal["ok", "starting", "unavailable"]

HEALTH_CHECKS_QUEUE_VALUES: set[HealthChecksQueue] = {
    "ok",
    "starting",
    "unavailable",
}


def check_health_checks_queue(value: str) -> HealthChecksQueue:
    if value in HEALTH_CHECKS_QUEUE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {HEALTH_CHECKS_QUEUE_VALUES!r}"
    )
