from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.read_part import ReadPart


T = TypeVar("T", bound="ResumeEducationItem")


@_attrs_define
class ResumeEducationItem:
    institution: None | str
    degree: None | str
    field: None | str
    start_date: None | str
    """ YYYY-MM or YYYY """
    end_date: None | str
    """ YYYY-MM, YYYY or `present` """
    parts: list[ReadPart]
    """ Empty for an entry that a person wrote """
    confidence: float
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        institution: None | str
        institution = self.institution

        degree: None | str
        degree = self.degree

        field: None | str
        field = self.field

        start_date: None | str
        start_date = self.start_date

        end_date: None | str
        end_date = self.end_date

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
                "institution": institution,
                "degree": degree,
                "field": field,
                "start_date": start_date,
                "end_date": end_date,
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

        def _parse_institution(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        institution = _parse_institution(d.pop("institution"))

        def _parse_degree(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        degree = _parse_degree(d.pop("degree"))

        def _parse_field(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        field = _parse_field(d.pop("field"))

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

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = ReadPart.from_dict(parts_item_data)

            parts.append(parts_item)

        confidence = d.pop("confidence")

        start = d.pop("start")

        end = d.pop("end")

        resume_education_item = cls(
            institution=institution,
            degree=degree,
            field=field,
            start_date=start_date,
            end_date=end_date,
            parts=parts,
            confidence=confidence,
            start=start,
            end=end,
        )

        return resume_education_item
