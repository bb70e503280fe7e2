from typing import Literal

ResumeSummaryFormat = Literal["docx", "json", "pdf", "txt"]

RESUME_SUMMARY_FORMAT_VALUES: set[ResumeSummaryFormat] = {
    "docx",
    "json",
    "pdf",
    "txt",
}


def check_resume_summary_format(value: str) -> ResumeSummaryFormat:
    if value in RESUME_SUMMARY_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_SUMMARY_FORMAT_VALUES!r}"
    )
