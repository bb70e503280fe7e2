from typing import Literal

NewJobEmploymentTypeType3Type1 = Literal[
    "contract", "full-time", "internship", "part-time"
]

NEW_JOB_EMPLOYMENT_TYPE_TYPE_3_TYPE_1_VALUES: set[NewJobEmploymentTypeType3Type1] = {
    "contract",
    "full-time",
    "internship",
    "part-time",
}


def check_new_job_employment_type_type_3_type_1(
    value: str,
) -> NewJobEmploymentTypeType3Type1:
    if value in NEW_JOB_EMPLOYMENT_TYPE_TYPE_3_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_JOB_EMPLOYMENT_TYPE_TYPE_3_TYPE_1_VALUES!r}"
    )
