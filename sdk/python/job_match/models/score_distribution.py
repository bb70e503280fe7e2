from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ScoreDistribution")


@_attrs_define
class ScoreDistribution:
    """Candidates of the period by their fit

    Example:
        {'excellent': 2, 'good': 5, 'fair': 4, 'poor': 1}

    """

    excellent: int
    good: int
    fair: int
    poor: int

    def to_dict(self) -> dict[str, Any]:
        excellent = self.excellent

        good = self.good

        fair = self.fair

        poor = self.poor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "excellent": excellent,
                "good": good,
                "fair": fair,
                "poor": poor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        excellent = d.pop("excellent")

        good = d.pop("good")

        fair = d.pop("fair")

        poor = d.pop("poor")

        score_distribution = cls(
            excellent=excellent,
            good=good,
            fair=fair,
            poor=poor,
        )

        return score_distribution
