from typing import Literal

JobPostingType = Literal["JobPosting"]

JOB_POSTING_TYPE_VALUES: set[JobPostingType] = {
    "JobPosting",
}


def check_job_posting_type(value: str) -> JobPostingType:
    if value in JOB_POSTING_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_POSTING_TYPE_VALUES!r}"
    )
