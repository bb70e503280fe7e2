from typing import Literal

GetResumeFormat = Literal["jsonresume"]

GET_RESUME_FORMAT_VALUES: set[GetResumeFormat] = {
    "jsonresume",
}


def check_get_resume_format(value: str) -> GetResumeFormat:
    if value in GET_RESUME_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {GET_RESUME_FORMAT_VALUES!r}"
    )
