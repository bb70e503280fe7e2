from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.explained_candidate_fit import (
    ExplainedCandidateFit,
    check_explained_candidate_fit,
)
from ..models.explained_candidate_status import (
    ExplainedCandidateStatus,
    check_explained_candidate_status,
)

if TYPE_CHECKING:
    from ..models.explained_candidate_requirements_item import (
        ExplainedCandidateRequirementsItem,
    )
    from ..models.explained_candidate_skills import ExplainedCandidateSkills
    from ..models.explained_candidate_weights import ExplainedCandidateWeights
    from ..models.explained_candidate_what_if_item import ExplainedCandidateWhatIfItem


T = TypeVar("T", bound="ExplainedCandidate")


@_attrs_define
class ExplainedCandidate:
    rank: int
    """ 1-based, among all of the job's candidates """
    job_id: UUID
    resume_id: UUID
    candidate_name: None | str
    email: None | str
    match_score: float
    """ 100 × overall, two decimals """
    overall: float
    """ 0.6 × similarity + 0.4 × skill_match; similarity alone where skill_match is null """
    similarity: float
    """ Cosine of the job's and the resume's vectors; below 0 counts as 0 """
    skill_match: float | None
    """ Matched / required; null where the job requires no skill """
    weights: ExplainedCandidateWeights
    score_version: int
    percentile: float
    """ Share of the job's candidates that score no higher, in percent """
    fit: ExplainedCandidateFit
    status: ExplainedCandidateStatus
    key_strengths: list[str]
    missing_skills: list[str]
    explanation: str
    """ Assessment, matched skills, missing skills and recommendation, in sentences made from templates """
    stale: bool
    """ True while a newer job or resume waits to be scored. Score, rank and percentile are of the older one; skills
    are of both as they are now, and those not looked for yet are neither matched nor missing """
    flags: list[str]
    """ Why a person should look at the resume itself """
    created_at: datetime.datetime
    updated_at: datetime.datetime
    skills: ExplainedCandidateSkills
    what_if: list[ExplainedCandidateWhatIfItem]
    """ What each required skill that is missing would change if it were added to the resume's skills, with the
    others that it meets by that; empty while the candidate is stale """
    requirements: list[ExplainedCandidateRequirementsItem]

    def to_dict(self) -> dict[str, Any]:
        rank = self.rank

        job_id = str(self.job_id)

        resume_id = str(self.resume_id)

        candidate_name: None | str
        candidate_name = self.candidate_name

        email: None | str
        email = self.email

        match_score = self.match_score

        overall = self.overall

        similarity = self.similarity

        skill_match: float | None
        skill_match = self.skill_match

        weights = self.weights.to_dict()

        score_version = self.score_version

        percentile = self.percentile

        fit: str = self.fit

        status: str = self.status

        key_strengths = self.key_strengths

        missing_skills = self.missing_skills

        explanation = self.explanation

        stale = self.stale

        flags = self.flags

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        skills = self.skills.to_dict()

        what_if = []
        for what_if_item_data in self.what_if:
            what_if_item = what_if_item_data.to_dict()
            what_if.append(what_if_item)

        requirements = []
        for requirements_item_data in self.requirements:
            requirements_item = requirements_item_data.to_dict()
            requirements.append(requirements_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "rank": rank,
                "job_id": job_id,
                "resume_id": resume_id,
                "candidate_name": candidate_name,
                "email": email,
                "match_score": match_score,
                "overall": overall,
                "similarity": similarity,
                "skill_match": skill_match,
                "weights": weights,
                "score_version": score_version,
                "percentile": percentile,
                "fit": fit,
                "status": status,
                "key_strengths": key_strengths,
                "missing_skills": missing_skills,
                "explanation": explanation,
                "stale": stale,
                "flags": flags,
                "created_at": created_at,
                "updated_at": updated_at,
                "skills": skills,
                "what_if": what_if,
                "requirements": requirements,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.explained_candidate_requirements_item import (
            ExplainedCandidateRequirementsItem,
        )
        from ..models.explained_candidate_skills import ExplainedCandidateSkills
        from ..models.explained_candidate_weights import ExplainedCandidateWeights
        from ..models.explained_candidate_what_if_item import (
            ExplainedCandidateWhatIfItem,
        )

        d = dict(src_dict)
        rank = d.pop("rank")

        job_id = UUID(d.pop("job_id"))

        resume_id = UUID(d.pop("resume_id"))

        def _parse_candidate_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        candidate_name = _parse_candidate_name(d.pop("candidate_name"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        match_score = d.pop("match_score")

        overall = d.pop("overall")

        similarity = d.pop("similarity")

        def _parse_skill_match(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        skill_match = _parse_skill_match(d.pop("skill_match"))

        weights = ExplainedCandidateWeights.from_dict(d.pop("weights"))

        score_version = d.pop("score_version")

        percentile = d.pop("percentile")

        fit = check_explained_candidate_fit(d.pop("fit"))

        status = check_explained_candidate_status(d.pop("status"))

        key_strengths = cast(list[str], d.pop("key_strengths"))

        missing_skills = cast(list[str], d.pop("missing_skills"))

        explanation = d.pop("explanation")

        stale = d.pop("stale")

        flags = cast(list[str], d.pop("flags"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        skills = ExplainedCandidateSkills.from_dict(d.pop("skills"))

        what_if = []
        _what_if = d.pop("what_if")
        for what_if_item_data in _what_if:
            what_if_item = ExplainedCandidateWhatIfItem.from_dict(what_if_item_data)

            what_if.append(what_if_item)

        requirements = []
        _requirements = d.pop("requirements")
        for requirements_item_data in _requirements:
            requirements_item = ExplainedCandidateRequirementsItem.from_dict(
                requirements_item_data
            )

            requirements.append(requirements_item)

        explained_candidate = cls(
            rank=rank,
            job_id=job_id,
            resume_id=resume_id,
            candidate_name=candidate_name,
            email=email,
            match_score=match_score,
            overall=overall,
            similarity=similarity,
            skill_match=skill_match,
            weights=weights,
            score_version=score_version,
            percentile=percentile,
            fit=fit,
            status=status,
            key_strengths=key_strengths,
            missing_skills=missing_skills,
            explanation=explanation,
            stale=stale,
            flags=flags,
            created_at=created_at,
            updated_at=updated_at,
            skills=skills,
            what_if=what_if,
            requirements=requirements,
        )

        return explained_candidate
