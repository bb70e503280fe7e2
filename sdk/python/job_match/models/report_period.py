from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReportPeriod")


@_attrs_define
class ReportPeriod:
    """
    Example:
        {'from': '2030-04-30T22:00:00.000Z', 'to': '2030-05-30T22:00:00.000Z', 'timezone': 'Europe/Berlin'}

    """

    from_: datetime.datetime
    to: datetime.datetime
    """ No part of the period """
    timezone: str
    """ Of the company: where its days begin """

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        timezone = self.timezone

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
                "to": to,
                "timezone": timezone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        timezone = d.pop("timezone")

        report_period = cls(
            from_=from_,
            to=to,
            timezone=timezone,
        )

        return report_period
