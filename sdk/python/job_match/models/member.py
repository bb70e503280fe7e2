from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.member_role import MemberRole, check_member_role

T = TypeVar("T", bound="Member")


@_attrs_define
class Member:
    """
    Example:
        {'id': '01912d68-783e-7a03-8467-5661c1243ad4', 'email': 'grace@example.com', 'full_name': 'Grace Example',
            'role': 'hiring_manager', 'is_owner': False, 'is_active': True, 'created_at': '2030-05-17T09:30:00.000Z',
            'updated_at': '2030-05-17T09:30:00.000Z'}

    """

    id: UUID
    email: str
    full_name: str
    role: MemberRole
    is_owner: bool
    is_active: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        email = self.email

        full_name = self.full_name

        role: str = self.role

        is_owner = self.is_owner

        is_active = self.is_active

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "email": email,
                "full_name": full_name,
                "role": role,
                "is_owner": is_owner,
                "is_active": is_active,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        email = d.pop("email")

        full_name = d.pop("full_name")

        role = check_member_role(d.pop("role"))

        is_owner = d.pop("is_owner")

        is_active = d.pop("is_active")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        member = cls(
            id=id,
            email=email,
            full_name=full_name,
            role=role,
            is_owner=is_owner,
            is_active=is_active,
            created_at=created_at,
            updated_at=updated_at,
        )

        return member
