from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.invitation_role import InvitationRole, check_invitation_role
from ..models.invitation_status import InvitationStatus, check_invitation_status

T = TypeVar("T", bound="Invitation")


@_attrs_define
class Invitation:
    """
    Example:
        {'id': '01912d68-783e-7a03-8467-5661c1243ad4', 'email': 'grace@example.com', 'role': 'recruiter', 'status':
            'pending', 'created_by': '01912d68-783e-7a03-8467-5661c1243ad5', 'created_at': '2030-05-17T09:30:00.000Z',
            'expires_at': '2030-05-24T09:30:00.000Z', 'accepted_at': None}

    """

    id: UUID
    email: None | str
    """ Only this address may accept; null: whoever holds the token """
    role: InvitationRole
    status: InvitationStatus
    created_by: UUID
    created_at: datetime.datetime
    expires_at: datetime.datetime
    accepted_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        email: None | str
        email = self.email

        role: str = self.role

        status: str = self.status

        created_by = str(self.created_by)

        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "email": email,
                "role": role,
                "status": status,
                "created_by": created_by,
                "created_at": created_at,
                "expires_at": expires_at,
                "accepted_at": accepted_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        role = check_invitation_role(d.pop("role"))

        status = check_invitation_status(d.pop("status"))

        created_by = UUID(d.pop("created_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_accepted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        accepted_at = _parse_accepted_at(d.pop("accepted_at"))

        invitation = cls(
            id=id,
            email=email,
            role=role,
            status=status,
            created_by=created_by,
            created_at=created_at,
            expires_at=expires_at,
            accepted_at=accepted_at,
        )

        return invitation
