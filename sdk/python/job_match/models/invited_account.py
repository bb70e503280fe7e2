from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.invited_account_role import InvitedAccountRole, check_invited_account_role
from ..types import UNSET, Unset

T = TypeVar("T", bound="InvitedAccount")


@_attrs_define
class InvitedAccount:
    """
    Example:
        {'email': 'grace@example.com', 'password': 'four words or more', 'full_name': 'Grace Example', 'invite_token':
            'jmi_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}

    """

    email: str
    password: str
    """ Any characters; the commonest passwords are refused """
    full_name: str
    invite_token: str
    """ From `POST /invitations`; works once """
    role: InvitedAccountRole | Unset = UNSET
    """ Has no effect: the role is that of the invitation """

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        full_name = self.full_name

        invite_token = self.invite_token

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "password": password,
                "full_name": full_name,
                "invite_token": invite_token,
            }
        )
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        email = d.pop("email")

        password = d.pop("password")

        full_name = d.pop("full_name")

        invite_token = d.pop("invite_token")

        _role = d.pop("role", UNSET)
        role: InvitedAccountRole | Unset
        if isinstance(_role, Unset):
            role = UNSET
        else:
            role = check_invited_account_role(_role)

        invited_account = cls(
            email=email,
            password=password,
            full_name=full_name,
            invite_token=invite_token,
            role=role,
        )

        return invited_account
