from typing import Literal

JobChangeEmploymentTypeType1 = Literal[
    "contract", "full-time", "internship", "part-time"
]

JOB_CHANGE_EMPLOYMENT_TYPE_TYPE_1_VALUES: set[JobChangeEmploymentTypeType1] = {
    "contract",
    "full-time",
    "internship",
    "part-time",
}


def check_job_change_employment_type_type_1(value: str) -> JobChangeEmploymentTypeType1:
    if value in JOB_CHANGE_EMPLOYMENT_TYPE_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_CHANGE_EMPLOYMENT_TYPE_TYPE_1_VALUES!r}"
    )
