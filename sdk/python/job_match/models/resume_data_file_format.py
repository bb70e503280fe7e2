from typing import Literal

ResumeDataFileFormat = Literal["docx", "json", "pdf", "txt"]

RESUME_DATA_FILE_FORMAT_VALUES: set[ResumeDataFileFormat] = {
    "docx",
    "json",
    "pdf",
    "txt",
}


def check_resume_data_file_format(value: str) -> ResumeDataFileFormat:
    if value in RESUME_DATA_FILE_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_DATA_FILE_FORMAT_VALUES!r}"
    )
