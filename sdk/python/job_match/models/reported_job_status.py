from typing import Literal

ReportedJobStatus = Literal["closed", "draft", "open"]

REPORTED_JOB_STATUS_VALUES: set[ReportedJobStatus] = {
    "closed",
    "draft",
    "open",
}


def check_reported_job_status(value: str) -> ReportedJobStatus:
    if value in REPORTED_JOB_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {REPORTED_JOB_STATUS_VALUES!r}"
    )
