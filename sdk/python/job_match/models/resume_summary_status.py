from typing import Literal

ResumeSummaryStatus = Literal["ready", "received"]

RESUME_SUMMARY_STATUS_VALUES: set[ResumeSummaryStatus] = {
    "ready",
    "received",
}


def check_resume_summary_status(value: str) -> ResumeSummaryStatus:
    if value in RESUME_SUMMARY_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_SUMMARY_STATUS_VALUES!r}"
    )
