from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.bulk_status_changed_results_item import BulkStatusChangedResultsItem


T = TypeVar("T", bound="BulkStatusChanged")


@_attrs_define
class BulkStatusChanged:
    results: list[BulkStatusChangedResultsItem]
    """ One per distinct id, in the order given """
    updated: int
    not_found: int

    def to_dict(self) -> dict[str, Any]:
        results = []
        for results_item_data in self.results:
            results_item = results_item_data.to_dict()
            results.append(results_item)

        updated = self.updated

        not_found = self.not_found

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "results": results,
                "updated": updated,
                "not_found": not_found,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.bulk_status_changed_results_item import (
            BulkStatusChangedResultsItem,
        )

        d = dict(src_dict)
        results = []
        _results = d.pop("results")
        for results_item_data in _results:
            results_item = BulkStatusChangedResultsItem.from_dict(results_item_data)

            results.append(results_item)

        updated = d.pop("updated")

        not_found = d.pop("not_found")

        bulk_status_changed = cls(
            results=results,
            updated=updated,
            not_found=not_found,
        )

        return bulk_status_changed
