from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.job_funnel import JobFunnel
    from ..models.job_overview import JobOverview
    from ..models.job_skills_gap import JobSkillsGap
    from ..models.job_sources import JobSources
    from ..models.job_time_to_hire import JobTimeToHire
    from ..models.report_period import ReportPeriod
    from ..models.reported_job import ReportedJob


T = TypeVar("T", bound="AnalyticsJob")


@_attrs_define
class AnalyticsJob:
    period: ReportPeriod
    job: ReportedJob
    overview: JobOverview
    funnel: JobFunnel
    time_to_hire: JobTimeToHire
    skills_gap: JobSkillsGap
    sources: JobSources

    def to_dict(self) -> dict[str, Any]:
        period = self.period.to_dict()

        job = self.job.to_dict()

        overview = self.overview.to_dict()

        funnel = self.funnel.to_dict()

        time_to_hire = self.time_to_hire.to_dict()

        skills_gap = self.skills_gap.to_dict()

        sources = self.sources.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "period": period,
                "job": job,
                "overview": overview,
                "funnel": funnel,
                "time_to_hire": time_to_hire,
                "skills_gap": skills_gap,
                "sources": sources,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.job_funnel import JobFunnel
        from ..models.job_overview import JobOverview
        from ..models.job_skills_gap import JobSkillsGap
        from ..models.job_sources import JobSources
        from ..models.job_time_to_hire import JobTimeToHire
        from ..models.report_period import ReportPeriod
        from ..models.reported_job import ReportedJob

        d = dict(src_dict)
        period = ReportPeriod.from_dict(d.pop("period"))

        job = ReportedJob.from_dict(d.pop("job"))

        overview = JobOverview.from_dict(d.pop("overview"))

        funnel = JobFunnel.from_dict(d.pop("funnel"))

        time_to_hire = JobTimeToHire.from_dict(d.pop("time_to_hire"))

        skills_gap = JobSkillsGap.from_dict(d.pop("skills_gap"))

        sources = JobSources.from_dict(d.pop("sources"))

        analytics_job = cls(
            period=period,
            job=job,
            overview=overview,
            funnel=funnel,
            time_to_hire=time_to_hire,
            skills_gap=skills_gap,
            sources=sources,
        )

        return analytics_job
