from typing import Literal

ListMembersIsActive = Literal["false", "true"]

LIST_MEMBERS_IS_ACTIVE_VALUES: set[ListMembersIsActive] = {
    "false",
    "true",
}


def check_list_members_is_active(value: str) -> ListMembersIsActive:
    if value in LIST_MEMBERS_IS_ACTIVE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_MEMBERS_IS_ACTIVE_VALUES!r}"
    )
