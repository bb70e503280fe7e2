from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.read_part_part import ReadPartPart, check_read_part_part

T = TypeVar("T", bound="ReadPart")


@_attrs_define
class ReadPart:
    """Where a part of an entry stands in the text of the file, and how sure that is

    Example:
        {'part': 'dates', 'printed': 'Aug 2012 – Dec 2013', 'confidence': 0.95, 'start': 310, 'end': 329}

    """

    part: ReadPartPart
    printed: str
    confidence: float
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        part: str = self.part

        printed = self.printed

        confidence = self.confidence

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "part": part,
                "printed": printed,
                "confidence": confidence,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        part = check_read_part_part(d.pop("part"))

        printed = d.pop("printed")

        confidence = d.pop("confidence")

        start = d.pop("start")

        end = d.pop("end")

        read_part = cls(
            part=part,
            printed=printed,
            confidence=confidence,
            start=start,
            end=end,
        )

        return read_part
