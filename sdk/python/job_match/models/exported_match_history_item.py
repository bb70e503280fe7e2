from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.exported_match_history_item_from_status import (
    ExportedMatchHistoryItemFromStatus,
    check_exported_match_history_item_from_status,
)
from ..models.exported_match_history_item_to_status import (
    ExportedMatchHistoryItemToStatus,
    check_exported_match_history_item_to_status,
)

T = TypeVar("T", bound="ExportedMatchHistoryItem")


@_attrs_define
class ExportedMatchHistoryItem:
    from_status: ExportedMatchHistoryItemFromStatus
    to_status: ExportedMatchHistoryItemToStatus
    reason: None | str
    changed_by: UUID
    changed_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from_status: str = self.from_status

        to_status: str = self.to_status

        reason: None | str
        reason = self.reason

        changed_by = str(self.changed_by)

        changed_at = self.changed_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from_status": from_status,
                "to_status": to_status,
                "reason": reason,
                "changed_by": changed_by,
                "changed_at": changed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        from_status = check_exported_match_history_item_from_status(
            d.pop("from_status")
        )

        to_status = check_exported_match_history_item_to_status(d.pop("to_status"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        changed_by = UUID(d.pop("changed_by"))

        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        exported_match_history_item = cls(
            from_status=from_status,
            to_status=to_status,
            reason=reason,
            changed_by=changed_by,
            changed_at=changed_at,
        )

        return exported_match_history_item
