from typing import Literal

InvitationWithTokenRole = Literal["admin", "hiring_manager", "recruiter"]

INVITATION_WITH_TOKEN_ROLE_VALUES: set[InvitationWithTokenRole] = {
    "admin",
    "hiring_manager",
    "recruiter",
}


def check_invitation_with_token_role(value: str) -> InvitationWithTokenRole:
    if value in INVITATION_WITH_TOKEN_ROLE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {INVITATION_WITH_TOKEN_ROLE_VALUES!r}"
    )
