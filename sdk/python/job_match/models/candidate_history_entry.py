from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.candidate_history_entry_from_status import (
    CandidateHistoryEntryFromStatus,
    check_candidate_history_entry_from_status,
)
from ..models.candidate_history_entry_to_status import (
    CandidateHistoryEntryToStatus,
    check_candidate_history_entry_to_status,
)

T = TypeVar("T", bound="CandidateHistoryEntry")


@_attrs_define
class CandidateHistoryEntry:
    id: UUID
    from_status: CandidateHistoryEntryFromStatus
    to_status: CandidateHistoryEntryToStatus
    reason: None | str
    changed_by: UUID
    changed_by_name: str
    changed_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        from_status: str = self.from_status

        to_status: str = self.to_status

        reason: None | str
        reason = self.reason

        changed_by = str(self.changed_by)

        changed_by_name = self.changed_by_name

        changed_at = self.changed_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "from_status": from_status,
                "to_status": to_status,
                "reason": reason,
                "changed_by": changed_by,
                "changed_by_name": changed_by_name,
                "changed_at": changed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        from_status = check_candidate_history_entry_from_status(d.pop("from_status"))

        to_status = check_candidate_history_entry_to_status(d.pop("to_status"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        changed_by = UUID(d.pop("changed_by"))

        changed_by_name = d.pop("changed_by_name")

        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        candidate_history_entry = cls(
            id=id,
            from_status=from_status,
            to_status=to_status,
            reason=reason,
            changed_by=changed_by,
            changed_by_name=changed_by_name,
            changed_at=changed_at,
        )

        return candidate_history_entry
