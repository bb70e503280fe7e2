from typing import Literal

ListMembersRole = Literal["admin", "hiring_manager", "recruiter"]

LIST_MEMBERS_ROLE_VALUES: set[ListMembersRole] = {
    "admin",
    "hiring_manager",
    "recruiter",
}


def check_list_members_role(value: str) -> ListMembersRole:
    if value in LIST_MEMBERS_ROLE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_MEMBERS_ROLE_VALUES!r}"
    )
