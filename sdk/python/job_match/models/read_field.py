from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.read_field_field import ReadFieldField, check_read_field_field

T = TypeVar("T", bound="ReadField")


@_attrs_define
class ReadField:
    """Where a value stands in the text of the file, and how sure that is

    Example:
        {'field': 'phone', 'value': '+442079460132', 'printed': '020 7946 0132', 'confidence': 1, 'start': 24, 'end':
            37}

    """

    field: ReadFieldField
    value: str
    printed: None | str
    """ The text between the offsets; empty for what only stands behind a link """
    confidence: float
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        field: str = self.field

        value = self.value

        printed: None | str
        printed = self.printed

        confidence = self.confidence

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "field": field,
                "value": value,
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
        field = check_read_field_field(d.pop("field"))

        value = d.pop("value")

        def _parse_printed(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        printed = _parse_printed(d.pop("printed"))

        confidence = d.pop("confidence")

        start = d.pop("start")

        end = d.pop("end")

        read_field = cls(
            field=field,
            value=value,
            printed=printed,
            confidence=confidence,
            start=start,
            end=end,
        )

        return read_field
