from typing import Literal

ResumeFormat = Literal["docx", "json", "pdf", "txt"]

RESUME_FORMAT_VALUES: set[ResumeFormat] = {
    "docx",
    "json",
    "pdf",
    "txt",
}


def check_resume_format(value: str) -> ResumeFormat:
    if value in RESUME_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_FORMAT_VALUES!r}"
    )
