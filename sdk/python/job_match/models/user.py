from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.user_role import UserRole, check_user_role

T = TypeVar("T", bound="User")


@_attrs_define
class User:
    id: UUID
    email: str
    full_name: str
    role: UserRole
    company_id: UUID
    company_name: str
    is_owner: bool
    is_active: bool
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        email = self.email

        full_name = self.full_name

        role: str = self.role

        company_id = str(self.company_id)

        company_name = self.company_name

        is_owner = self.is_owner

        is_active = self.is_active

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "email": email,
                "full_name": full_name,
                "role": role,
                "company_id": company_id,
                "company_name": company_name,
                "is_owner": is_owner,
                "is_active": is_active,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        email = d.pop("email")

        full_name = d.pop("full_name")

        role = check_user_role(d.pop("role"))

        company_id = UUID(d.pop("company_id"))

        company_name = d.pop("company_name")

        is_owner = d.pop("is_owner")

        is_active = d.pop("is_active")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        user = cls(
            id=id,
            email=email,
            full_name=full_name,
            role=role,
            company_id=company_id,
            company_name=company_name,
            is_owner=is_owner,
            is_active=is_active,
            created_at=created_at,
        )

        return user
