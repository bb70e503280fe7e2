from typing import Literal

InterviewChangeInterviewType = Literal["onsite", "panel", "phone", "technical", "video"]

INTERVIEW_CHANGE_INTERVIEW_TYPE_VALUES: set[InterviewChangeInterviewType] = {
    "onsite",
    "panel",
    "phone",
    "technical",
    "video",
}


def check_interview_change_interview_type(value: str) -> InterviewChangeInterviewType:
    if value in INTERVIEW_CHANGE_INTERVIEW_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {INTERVIEW_CHANGE_INTERVIEW_TYPE_VALUES!r}"
    )
