from typing import Literal

HealthChecksDocuments = Literal["ok", "starting", "unavailable"]

HEALTH_CHECKS_DOCUMENTS_VALUES: set[HealthChecksDocuments] = {
    "ok",
    "starting",
    "unavailable",
}


def check_health_checks_documents(value: str) -> HealthChecksDocuments:
    if value in HEALTH_CHECKS_DOCUMENTS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {HEALTH_CHECKS_DOCUMENTS_VALUES!r}"
    )
