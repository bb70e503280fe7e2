from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Company")


@_attrs_define
class Company:
    """
    Example:
        {'id': '01912d68-783e-7a03-8467-5661c1243ad4', 'name': 'Example Ltd', 'retention_days': 365, 'timezone':
            'Europe/Berlin', 'created_at': '2030-05-17T09:30:00.000Z'}

    """

    id: UUID
    name: str
    retention_days: int | None
    """ Days until an unused resume is erased; null keeps them """
    timezone: str
    """ IANA name; of interviews that name none """
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        retention_days: int | None
        retention_days = self.retention_days

        timezone = self.timezone

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "name": name,
                "retention_days": retention_days,
                "timezone": timezone,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_retention_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        retention_days = _parse_retention_days(d.pop("retention_days"))

        timezone = d.pop("timezone")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        company = cls(
            id=id,
            name=name,
            retention_days=retention_days,
            timezone=timezone,
            created_at=created_at,
        )

        return company
