from typing import Literal

InterviewChangeStatus = Literal["cancelled", "completed", "no_show"]

INTERVIEW_CHANGE_STATUS_VALUES: set[InterviewChangeStatus] = {
    "cancelled",
    "completed",
    "no_show",
}


def check_interview_change_status(value: str) -> InterviewChangeStatus:
    if value in INTERVIEW_CHANGE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {INTERVIEW_CHANGE_STATUS_VALUES!r}"
    )
