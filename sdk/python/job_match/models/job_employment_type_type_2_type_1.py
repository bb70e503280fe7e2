from typing import Literal

JobEmploymentTypeType2Type1 = Literal[
    "contract", "full-time", "internship", "part-time"
]

JOB_EMPLOYMENT_TYPE_TYPE_2_TYPE_1_VALUES: set[JobEmploymentTypeType2Type1] = {
    "contract",
    "full-time",
    "internship",
    "part-time",
}


def check_job_employment_type_type_2_type_1(value: str) -> JobEmploymentTypeType2Type1:
    if value in JOB_EMPLOYMENT_TYPE_TYPE_2_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_EMPLOYMENT_TYPE_TYPE_2_TYPE_1_VALUES!r}"
    )
