from typing import Literal

InvitedAccountRole = Literal["admin", "hiring_manager", "recruiter"]

INVITED_ACCOUNT_ROLE_VALUES: set[InvitedAccountRole] = {
    "admin",
    "hiring_manager",
    "recruiter",
}


def check_invited_account_role(value: str) -> InvitedAccountRole:
    if value in INVITED_ACCOUNT_ROLE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {INVITED_ACCOUNT_ROLE_VALUES!r}"
    )
