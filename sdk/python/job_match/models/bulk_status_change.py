from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.bulk_status_change_status import (
    BulkStatusChangeStatus,
    check_bulk_status_change_status,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="BulkStatusChange")


@_attrs_define
class BulkStatusChange:
    """
    Example:
        {'resume_ids': ['01912d68-783e-7a03-8467-5661c1243ad4'], 'status': 'rejected', 'reason': 'Position filled'}

    """

    resume_ids: list[UUID]
    status: BulkStatusChangeStatus
    reason: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        resume_ids = []
        for resume_ids_item_data in self.resume_ids:
            resume_ids_item = str(resume_ids_item_data)
            resume_ids.append(resume_ids_item)

        status: str = self.status

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "resume_ids": resume_ids,
                "status": status,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        resume_ids = []
        _resume_ids = d.pop("resume_ids")
        for resume_ids_item_data in _resume_ids:
            resume_ids_item = UUID(resume_ids_item_data)

            resume_ids.append(resume_ids_item)

        status = check_bulk_status_change_status(d.pop("status"))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        bulk_status_change = cls(
            resume_ids=resume_ids,
            status=status,
            reason=reason,
        )

        return bulk_status_change
