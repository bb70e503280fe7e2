from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DailyActivity")


@_attrs_define
class DailyActivity:
    """
    Example:
        {'date': '2030-05-17', 'jobs': 1, 'resumes': 12, 'matches': 12, 'interviews': 2, 'hires': 1}

    """

    date: datetime.date
    jobs: int
    """ Created """
    resumes: int
    """ Received; of one job: those matched to it """
    matches: int
    """ Candidates who were matched to a job """
    interviews: int
    """ Booked, and not cancelled since """
    hires: int
    """ Candidates who became hired, and still are """

    def to_dict(self) -> dict[str, Any]:
        date = self.date.isoformat()

        jobs = self.jobs

        resumes = self.resumes

        matches = self.matches

        interviews = self.interviews

        hires = self.hires

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "date": date,
                "jobs": jobs,
                "resumes": resumes,
                "matches": matches,
                "interviews": interviews,
                "hires": hires,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        date = datetime.date.fromisoformat(d.pop("date"))

        jobs = d.pop("jobs")

        resumes = d.pop("resumes")

        matches = d.pop("matches")

        interviews = d.pop("interviews")

        hires = d.pop("hires")

        daily_activity = cls(
            date=date,
            jobs=jobs,
            resumes=resumes,
            matches=matches,
            interviews=interviews,
            hires=hires,
        )

        return daily_activity
