from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.member_change_role import MemberChangeRole, check_member_change_role
from ..types import UNSET, Unset

T = TypeVar("T", bound="MemberChange")


@_attrs_define
class MemberChange:
    """
    Example:
        {'role': 'recruiter'}

    """

    role: MemberChangeRole | Unset = UNSET
    is_active: bool | Unset = UNSET
    """ False ends every session and stops every key, at once """

    def to_dict(self) -> dict[str, Any]:
        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role

        is_active = self.is_active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if role is not UNSET:
            field_dict["role"] = role
        if is_active is not UNSET:
            field_dict["is_active"] = is_active

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        _role = d.pop("role", UNSET)
        role: MemberChangeRole | Unset
        if isinstance(_role, Unset):
            role = UNSET
        else:
            role = check_member_change_role(_role)

        is_active = d.pop("is_active", UNSET)

        member_change = cls(
            role=role,
            is_active=is_active,
        )

        return member_change
