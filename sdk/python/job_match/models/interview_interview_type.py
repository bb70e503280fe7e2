from typing import Literal

InterviewInterviewType = Literal["onsite", "panel", "phone", "technical", "video"]

INTERVIEW_INTERVIEW_TYPE_VALUES: set[InterviewInterviewType] = {
    "onsite",
    "panel",
    "phone",
    "technical",
    "video",
}


def check_interview_interview_type(value: str) -> InterviewInterviewType:
    if value in INTERVIEW_INTERVIEW_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {INTERVIEW_INTERVIEW_TYPE_VALUES!r}"
    )
