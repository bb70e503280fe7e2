from typing import Literal

DeleteJobForce = Literal["false", "true"]

DELETE_JOB_FORCE_VALUES: set[DeleteJobForce] = {
    "false",
    "true",
}


def check_delete_job_force(value: str) -> DeleteJobForce:
    if value in DELETE_JOB_FORCE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {DELETE_JOB_FORCE_VALUES!r}"
    )
