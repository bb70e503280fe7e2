from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.new_account_role import NewAccountRole, check_new_account_role

T = TypeVar("T", bound="NewAccount")


@_attrs_define
class NewAccount:
    """
    Example:
        {'email': 'ada@example.com', 'password': 'four words or more', 'full_name': 'Ada Example', 'role': 'recruiter',
            'company_name': 'Example Ltd'}

    """

    email: str
    password: str
    """ Any characters; the commonest passwords are refused """
    full_name: str
    role: NewAccountRole
    """ Job function """
    company_name: str

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        full_name = self.full_name

        role: str = self.role

        company_name = self.company_name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "password": password,
                "full_name": full_name,
                "role": role,
                "company_name": company_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        email = d.pop("email")

        password = d.pop("password")

        full_name = d.pop("full_name")

        role = check_new_account_role(d.pop("role"))

        company_name = d.pop("company_name")

        new_account = cls(
            email=email,
            password=password,
            full_name=full_name,
            role=role,
            company_name=company_name,
        )

        return new_account
