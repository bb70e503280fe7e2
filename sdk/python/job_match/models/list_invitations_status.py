from typing import Literal

ListInvitationsStatus = Literal["accepted", "expired", "pending"]

LIST_INVITATIONS_STATUS_VALUES: set[ListInvitationsStatus] = {
    "accepted",
    "expired",
    "pending",
}


def check_list_invitations_status(value: str) -> ListInvitationsStatus:
    if value in LIST_INVITATIONS_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_INVITATIONS_STATUS_VALUES!r}"
    )
