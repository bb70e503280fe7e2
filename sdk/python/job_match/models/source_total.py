from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SourceTotal")


@_attrs_define
class SourceTotal:
    """
    Example:
        {'resumes': 12, 'matches': 20, 'interviews': 4, 'hires': 3, 'hire_rate': 0.25}

    """

    resumes: int
    """ Received in the period """
    matches: int
    interviews: int
    """ Booked, and not cancelled since """
    hires: int
    """ Resumes of people who are hired now """
    hire_rate: float
    """ `hires` of `resumes` """

    def to_dict(self) -> dict[str, Any]:
        resumes = self.resumes

        matches = self.matches

        interviews = self.interviews

        hires = self.hires

        hire_rate = self.hire_rate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "resumes": resumes,
                "matches": matches,
                "interviews": interviews,
                "hires": hires,
                "hire_rate": hire_rate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        resumes = d.pop("resumes")

        matches = d.pop("matches")

        interviews = d.pop("interviews")

        hires = d.pop("hires")

        hire_rate = d.pop("hire_rate")

        source_total = cls(
            resumes=resumes,
            matches=matches,
            interviews=interviews,
            hires=hires,
            hire_rate=hire_rate,
        )

        return source_total
