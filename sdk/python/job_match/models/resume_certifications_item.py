from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResumeCertificationsItem")


@_attrs_define
class ResumeCertificationsItem:
    value: str
    confidence: float
    start: int
    end: int
    issuer: None | str
    """ Who gave it """
    date: None | str
    """ YYYY-MM or YYYY """

    def to_dict(self) -> dict[str, Any]:
        value = self.value

        confidence = self.confidence

        start = self.start

        end = self.end

        issuer: None | str
        issuer = self.issuer

        date: None | str
        date = self.date

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "value": value,
                "confidence": confidence,
                "start": start,
                "end": end,
                "issuer": issuer,
                "date": date,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        value = d.pop("value")

        confidence = d.pop("confidence")

        start = d.pop("start")

        end = d.pop("end")

        def _parse_issuer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        issuer = _parse_issuer(d.pop("issuer"))

        def _parse_date(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        date = _parse_date(d.pop("date"))

        resume_certifications_item = cls(
            value=value,
            confidence=confidence,
            start=start,
            end=end,
            issuer=issuer,
            date=date,
        )

        return resume_certifications_item
