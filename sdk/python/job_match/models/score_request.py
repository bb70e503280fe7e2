from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.score_request_job import ScoreRequestJob
    from ..models.score_request_resume import ScoreRequestResume


T = TypeVar("T", bound="ScoreRequest")


@_attrs_define
class ScoreRequest:
    """
    Example:
        {'job': {'title': 'Backend engineer', 'description': 'You build the services that plan our deliveries, and keep
            them running.', 'skills_required': ['TypeScript', 'PostgreSQL']}, 'resume': {'text': 'Backend
            engineer\\n\\nExperience\\n2019 – 2024 Built order services in TypeScript on Postgres.'}}

    """

    job: ScoreRequestJob
    resume: ScoreRequestResume

    def to_dict(self) -> dict[str, Any]:
        job = self.job.to_dict()

        resume = self.resume.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "job": job,
                "resume": resume,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.score_request_job import ScoreRequestJob
        from ..models.score_request_resume import ScoreRequestResume

        d = dict(src_dict)
        job = ScoreRequestJob.from_dict(d.pop("job"))

        resume = ScoreRequestResume.from_dict(d.pop("resume"))

        score_request = cls(
            job=job,
            resume=resume,
        )

        return score_request
