from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="SourceReport")


@_attrs_define
class SourceReport:
    """
    Example:
        {'source': 'careers page', 'resumes': 12, 'matches': 20, 'interviews': 4, 'hires': 3, 'hire_rate': 0.25}

    """

    source: None | str
    """ As given at the upload; null where none was """
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
        source: None | str
        source = self.source

        resumes = self.resumes

        matches = self.matches

        interviews = self.interviews

        hires = self.hires

        hire_rate = self.hire_rate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "source": source,
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

        def _parse_source(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source = _parse_source(d.pop("source"))

        resumes = d.pop("resumes")

        matches = d.pop("matches")

        interviews = d.pop("interviews")

        hires = d.pop("hires")

        hire_rate = d.pop("hire_rate")

        source_report = cls(
            source=source,
            resumes=resumes,
            matches=matches,
            interviews=interviews,
            hires=hires,
            hire_rate=hire_rate,
        )

        return source_report
