from typing import Literal

ExportedInterviewStatus = Literal["cancelled", "completed", "no_show", "scheduled"]

EXPORTED_INTERVIEW_STATUS_VALUES: set[ExportedInterviewStatus] = {
    "cancelled",
    "completed",
    "no_show",
    "scheduled",
}


def check_exported_interview_status(value: str) -> ExportedInterviewStatus:
    if value in EXPORTED_INTERVIEW_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EXPORTED_INTERVIEW_STATUS_VALUES!r}"
    )
