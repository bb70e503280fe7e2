from typing import Literal

ResumeMatchFit = Literal["excellent", "fair", "good", "poor"]

RESUME_MATCH_FIT_VALUES: set[ResumeMatchFit] = {
    "excellent",
    "fair",
    "good",
    "poor",
}


def check_resume_match_fit(value: str) -> ResumeMatchFit:
    if value in RESUME_MATCH_FIT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_MATCH_FIT_VALUES!r}"
    )
