from typing import Literal

JobPostingContext = Literal["https://schema.org"]

JOB_POSTING_CONTEXT_VALUES: set[JobPostingContext] = {
    "https://schema.org",
}


def check_job_posting_context(value: str) -> JobPostingContext:
    if value in JOB_POSTING_CONTEXT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_POSTING_CONTEXT_VALUES!r}"
    )
