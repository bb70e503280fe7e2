from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.bulk_status_changed_results_item_from_status_type_1 import (
    BulkStatusChangedResultsItemFromStatusType1,
    check_bulk_status_changed_results_item_from_status_type_1,
)
from ..models.bulk_status_changed_results_item_from_status_type_2_type_1 import (
    BulkStatusChangedResultsItemFromStatusType2Type1,
    check_bulk_status_changed_results_item_from_status_type_2_type_1,
)
from ..models.bulk_status_changed_results_item_from_status_type_3_type_1 import (
    BulkStatusChangedResultsItemFromStatusType3Type1,
    check_bulk_status_changed_results_item_from_status_type_3_type_1,
)
from ..models.bulk_status_changed_results_item_outcome import (
    BulkStatusChangedResultsItemOutcome,
    check_bulk_status_changed_results_item_outcome,
)

T = TypeVar("T", bound="BulkStatusChangedResultsItem")


@_attrs_define
class BulkStatusChangedResultsItem:
    resume_id: UUID
    outcome: BulkStatusChangedResultsItemOutcome
    """ `not_found`: not a candidate of this job """
    from_status: (
        BulkStatusChangedResultsItemFromStatusType1
        | BulkStatusChangedResultsItemFromStatusType2Type1
        | BulkStatusChangedResultsItemFromStatusType3Type1
        | None
    )

    def to_dict(self) -> dict[str, Any]:
        resume_id = str(self.resume_id)

        outcome: str = self.outcome

        from_status: None | str
        if (
            isinstance(self.from_status, str)
            or isinstance(self.from_status, str)
            or isinstance(self.from_status, str)
        ):
            from_status = self.from_status
        else:
            from_status = self.from_status

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "resume_id": resume_id,
                "outcome": outcome,
                "from_status": from_status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        resume_id = UUID(d.pop("resume_id"))

        outcome = check_bulk_status_changed_results_item_outcome(d.pop("outcome"))

        def _parse_from_status(
            data: object,
        ) -> (
            BulkStatusChangedResultsItemFromStatusType1
            | BulkStatusChangedResultsItemFromStatusType2Type1
            | BulkStatusChangedResultsItemFromStatusType3Type1
            | None
        ):
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                from_status_type_1 = (
                    check_bulk_status_changed_results_item_from_status_type_1(data)
                )

                return from_status_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                from_status_type_2_type_1 = (
                    check_bulk_status_changed_results_item_from_status_type_2_type_1(
                        data
                    )
                )

                return from_status_type_2_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                from_status_type_3_type_1 = (
                    check_bulk_status_changed_results_item_from_status_type_3_type_1(
                        data
                    )
                )

                return from_status_type_3_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                BulkStatusChangedResultsItemFromStatusType1
                | BulkStatusChangedResultsItemFromStatusType2Type1
                | BulkStatusChangedResultsItemFromStatusType3Type1
                | None,
                data,
            )

        from_status = _parse_from_status(d.pop("from_status"))

        bulk_status_changed_results_item = cls(
            resume_id=resume_id,
            outcome=outcome,
            from_status=from_status,
        )

        return bulk_status_changed_results_item
