from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResumeSectionsItem")


@_attrs_define
class ResumeSectionsItem:
    name: str
    heading: None | str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        heading: None | str
        heading = self.heading

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "heading": heading,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_heading(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        heading = _parse_heading(d.pop("heading"))

        start = d.pop("start")

        end = d.pop("end")

        resume_sections_item = cls(
            name=name,
            heading=heading,
            start=start,
            end=end,
        )

        return resume_sections_item
