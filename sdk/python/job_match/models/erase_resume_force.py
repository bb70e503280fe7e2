from typing import Literal

EraseResumeForce = Literal["false", "true"]

ERASE_RESUME_FORCE_VALUES: set[EraseResumeForce] = {
    "false",
    "true",
}


def check_erase_resume_force(value: str) -> EraseResumeForce:
    if value in ERASE_RESUME_FORCE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ERASE_RESUME_FORCE_VALUES!r}"
    )
