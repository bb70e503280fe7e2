from typing import Literal

ExportedInterviewInterviewType = Literal[
    "onsite", "panel", "phone", "technical", "video"
]

EXPORTED_INTERVIEW_INTERVIEW_TYPE_VALUES: set[ExportedInterviewInterviewType] = {
    "onsite",
    "panel",
    "phone",
    "technical",
    "video",
}


def check_exported_interview_interview_type(
    value: str,
) -> ExportedInterviewInterviewType:
    if value in EXPORTED_INTERVIEW_INTERVIEW_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EXPORTED_INTERVIEW_INTERVIEW_TYPE_VALUES!r}"
    )
