from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.read_part import ReadPart


T = TypeVar("T", bound="ResumeExperienceItem")


@_attrs_define
class ResumeExperienceItem:
    title: None | str
    company: None | str
    location: None | str
    start_date: None | str
    """ YYYY-MM or YYYY """
    end_date: None | str
    """ YYYY-MM, YYYY or `present` """
    current: bool
    bullets: list[str]
    parts: list[ReadPart]
    """ Empty for an entry that a person wrote """
    confidence: float
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        title: None | str
        title = self.title

        company: None | str
        company = self.company

        location: None | str
        location = self.location

        start_date: None | str
        start_date = self.start_date

        end_date: None | str
        end_date = self.end_date

        current = self.current

        bullets = self.bullets

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        confidence = self.confidence

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "company": company,
                "location": location,
                "start_date": start_date,
                "end_date": end_date,
                "current": current,
                "bullets": bullets,
                "parts": parts,
                "confidence": confidence,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.read_part import ReadPart

        d = dict(src_dict)

        def _parse_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        title = _parse_title(d.pop("title"))

        def _parse_company(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        company = _parse_company(d.pop("company"))

        def _parse_location(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        location = _parse_location(d.pop("location"))

        def _parse_start_date(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        start_date = _parse_start_date(d.pop("start_date"))

        def _parse_end_date(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        end_date = _parse_end_date(d.pop("end_date"))

        current = d.pop("current")

        bullets = cast(list[str], d.pop("bullets"))

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = ReadPart.from_dict(parts_item_data)

            parts.append(parts_item)

        confidence = d.pop("confidence")

        start = d.pop("start")

        end = d.pop("end")

        resume_experience_item = cls(
            title=title,
            company=company,
            location=location,
            start_date=start_date,
            end_date=end_date,
            current=current,
            bullets=bullets,
            parts=parts,
            confidence=confidence,
            start=start,
            end=end,
        )

        return resume_experience_item
