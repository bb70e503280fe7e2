from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.found_resume_highlights_item_marks_item import (
        FoundResumeHighlightsItemMarksItem,
    )


T = TypeVar("T", bound="FoundResumeHighlightsItem")


@_attrs_define
class FoundResumeHighlightsItem:
    quote: str
    section: None | str
    start: int
    end: int
    marks: list[FoundResumeHighlightsItemMarksItem]
    """ The query's words in the quote """

    def to_dict(self) -> dict[str, Any]:
        quote = self.quote

        section: None | str
        section = self.section

        start = self.start

        end = self.end

        marks = []
        for marks_item_data in self.marks:
            marks_item = marks_item_data.to_dict()
            marks.append(marks_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "quote": quote,
                "section": section,
                "start": start,
                "end": end,
                "marks": marks,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.found_resume_highlights_item_marks_item import (
            FoundResumeHighlightsItemMarksItem,
        )

        d = dict(src_dict)
        quote = d.pop("quote")

        def _parse_section(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        section = _parse_section(d.pop("section"))

        start = d.pop("start")

        end = d.pop("end")

        marks = []
        _marks = d.pop("marks")
        for marks_item_data in _marks:
            marks_item = FoundResumeHighlightsItemMarksItem.from_dict(marks_item_data)

            marks.append(marks_item)

        found_resume_highlights_item = cls(
            quote=quote,
            section=section,
            start=start,
            end=end,
            marks=marks,
        )

        return found_resume_highlights_item
