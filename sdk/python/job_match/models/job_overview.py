from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.daily_activity import DailyActivity
    from ..models.score_distribution import ScoreDistribution


T = TypeVar("T", bound="JobOverview")


@_attrs_define
class JobOverview:
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
    score_distribution: ScoreDistribution
    """ Candidates of the period by their fit """
    activity: list[DailyActivity]
    """ Every day of the period in the company's time zone, also those without activity """

    def to_dict(self) -> dict[str, Any]:
        jobs = self.jobs

        resumes = self.resumes

        matches = self.matches

        interviews = self.interviews

        hires = self.hires

        score_distribution = self.score_distribution.to_dict()

        activity = []
        for activity_item_data in self.activity:
            activity_item = activity_item_data.to_dict()
            activity.append(activity_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "jobs": jobs,
                "resumes": resumes,
                "matches": matches,
                "interviews": interviews,
                "hires": hires,
                "score_distribution": score_distribution,
                "activity": activity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.daily_activity import DailyActivity
        from ..models.score_distribution import ScoreDistribution

        d = dict(src_dict)
        jobs = d.pop("jobs")

        resumes = d.pop("resumes")

        matches = d.pop("matches")

        interviews = d.pop("interviews")

        hires = d.pop("hires")

        score_distribution = ScoreDistribution.from_dict(d.pop("score_distribution"))

        activity = []
        _activity = d.pop("activity")
        for activity_item_data in _activity:
            activity_item = DailyActivity.from_dict(activity_item_data)

            activity.append(activity_item)

        job_overview = cls(
            jobs=jobs,
            resumes=resumes,
            matches=matches,
            interviews=interviews,
            hires=hires,
            score_distribution=score_distribution,
            activity=activity,
        )

        return job_overview
