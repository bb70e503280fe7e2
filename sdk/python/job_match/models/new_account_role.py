from typing import Literal

NewAccountRole = Literal["admin", "hiring_manager", "recruiter"]

NEW_ACCOUNT_ROLE_VALUES: set[NewAccountRole] = {
    "admin",
    "hiring_manager",
    "recruiter",
}


def check_new_account_role(value: str) -> NewAccountRole:
    if value in NEW_ACCOUNT_ROLE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_ACCOUNT_ROLE_VALUES!r}"
    )
