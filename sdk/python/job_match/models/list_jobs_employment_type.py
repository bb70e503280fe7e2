from typing import Literal

ListJobsEmploymentType = Literal["contract", "full-time", "internship", "part-time"]

LIST_JOBS_EMPLOYMENT_TYPE_VALUES: set[ListJobsEmploymentType] = {
    "contract",
    "full-time",
    "internship",
    "part-time",
}


def check_list_jobs_employment_type(value: str) -> ListJobsEmploymentType:
    if value in LIST_JOBS_EMPLOYMENT_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_JOBS_EMPLOYMENT_TYPE_VALUES!r}"
    )
