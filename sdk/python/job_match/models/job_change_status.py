from typing import Literal

JobChangeStatus = Literal["closed", "draft", "open"]

JOB_CHANGE_STATUS_VALUES: set[JobChangeStatus] = {
    "closed",
    "draft",
    "open",
}


def check_job_change_status(value: str) -> JobChangeStatus:
    if value in JOB_CHANGE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_CHANGE_STATUS_VALUES!r}"
    )
