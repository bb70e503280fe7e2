from typing import Literal

NewInvitationRole = Literal["admin", "hiring_manager", "recruiter"]

NEW_INVITATION_ROLE_VALUES: set[NewInvitationRole] = {
    "admin",
    "hiring_manager",
    "recruiter",
}


def check_new_invitation_role(value: str) -> NewInvitationRole:
    if value in NEW_INVITATION_ROLE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_INVITATION_ROLE_VALUES!r}"
    )
