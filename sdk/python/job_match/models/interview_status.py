from typing import Literal

InterviewStatus = Literal["cancelled", "completed", "no_show", "scheduled"]

INTERVIEW_STATUS_VALUES: set[InterviewStatus] = {
    "cancelled",
    "completed",
    "no_show",
    "scheduled",
}


def check_interview_status(value: str) -> InterviewStatus:
    if value in INTERVIEW_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {INTERVIEW_STATUS_VALUES!r}"
    )
