from typing import Literal

GetJobInclude = Literal["embedding", "suggestions"]

GET_JOB_INCLUDE_VALUES: set[GetJobInclude] = {
    "embedding",
    "suggestions",
}


def check_get_job_include(value: str) -> GetJobInclude:
    if value in GET_JOB_INCLUDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {GET_JOB_INCLUDE_VALUES!r}"
    )
