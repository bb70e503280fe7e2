from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.salary_type_0_period import SalaryType0Period, check_salary_type_0_period

T = TypeVar("T", bound="SalaryType0")


@_attrs_define
class SalaryType0:
    min_: float | None
    max_: float | None
    currency: str
    period: SalaryType0Period

    def to_dict(self) -> dict[str, Any]:
        min_: float | None
        min_ = self.min_

        max_: float | None
        max_ = self.max_

        currency = self.currency

        period: str = self.period

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "min": min_,
                "max": max_,
                "currency": currency,
                "period": period,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_min_(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        min_ = _parse_min_(d.pop("min"))

        def _parse_max_(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        max_ = _parse_max_(d.pop("max"))

        currency = d.pop("currency")

        period = check_salary_type_0_period(d.pop("period"))

        salary_type_0 = cls(
            min_=min_,
            max_=max_,
            currency=currency,
            period=period,
        )

        return salary_type_0
