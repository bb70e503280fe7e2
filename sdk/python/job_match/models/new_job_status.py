from typing import Literal

NewJobStatus = Literal["closed", "draft", "open"]

NEW_JOB_STATUS_VALUES: set[NewJobStatus] = {
    "closed",
    "draft",
    "open",
}


def check_new_job_status(value: str) -> NewJobStatus:
    if value in NEW_JOB_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_JOB_STATUS_VALUES!r}"
    )
