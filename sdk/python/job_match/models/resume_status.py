from typing import Literal

ResumeStatus = Literal["ready", "received"]

RESUME_STATUS_VALUES: set[ResumeStatus] = {
    "ready",
    "received",
}


def check_resume_status(value: str) -> ResumeStatus:
    if value in RESUME_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_STATUS_VALUES!r}"
    )
