from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.resume_match import ResumeMatch


T = TypeVar("T", bound="ResumeMatchResult")


@_attrs_define
class ResumeMatchResult:
    data: list[ResumeMatch]
    """ Best first """
    total: int
    """ How many there are, also beyond max_results """

    def to_dict(self) -> dict[str, Any]:
        data = []
        for data_item_data in self.data:
            data_item = data_item_data.to_dict()
            data.append(data_item)

        total = self.total

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resume_match import ResumeMatch

        d = dict(src_dict)
        data = []
        _data = d.pop("data")
        for data_item_data in _data:
            data_item = ResumeMatch.from_dict(data_item_data)

            data.append(data_item)

        total = d.pop("total")

        resume_match_result = cls(
            data=data,
            total=total,
        )

        return resume_match_result
