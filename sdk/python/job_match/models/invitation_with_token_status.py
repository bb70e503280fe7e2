from typing import Literal

InvitationWithTokenStatus = Literal["accepted", "expired", "pending"]

INVITATION_WITH_TOKEN_STATUS_VALUES: set[InvitationWithTokenStatus] = {
    "accepted",
    "expired",
    "pending",
}


def check_invitation_with_token_status(value: str) -> InvitationWithTokenStatus:
    if value in INVITATION_WITH_TOKEN_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {INVITATION_WITH_TOKEN_STATUS_VALUES!r}"
    )
