from typing import Literal

NewInterviewInterviewType = Literal["onsite", "panel", "phone", "technical", "video"]

NEW_INTERVIEW_INTERVIEW_TYPE_VALUES: set[NewInterviewInterviewType] = {
    "onsite",
    "panel",
    "phone",
    "technical",
    "video",
}


def check_new_interview_interview_type(value: str) -> NewInterviewInterviewType:
    if value in NEW_INTERVIEW_INTERVIEW_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_INTERVIEW_INTERVIEW_TYPE_VALUES!r}"
    )
