from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.read_field_field import ReadFieldField, check_read_field_field

T = TypeVar("T", bound="ReadField")


@_attrs_define
class ReadField:
    """Where a value stands in the text of the file, and how sure that is

    Example:
        {'field': 'email', 'value': 'ada@example.com', 'confidence': 1, 'start': 24, 'end': 39}

    """

    field: ReadFieldField
    value: str
    confidence: float
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        field: str = self.field

        value = self.value

        confidence = self.confidence

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "field": field,
                "value": value,
                "confidence": confidence,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        field = check_read_field_field(d.pop("field"))

        value = d.pop("value")

        confidence = d.pop("confidence")

        start = d.pop("start")

        end = d.pop("end")

        read_field = cls(
            field=field,
            value=value,
            confidence=confidence,
            start=start,
            end=end,
        )

        return read_field
