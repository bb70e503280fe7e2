from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.match_score_fit import MatchScoreFit, check_match_score_fit

if TYPE_CHECKING:
    from ..models.match_score_skills import MatchScoreSkills
    from ..models.match_score_weights import MatchScoreWeights


T = TypeVar("T", bound="MatchScore")


@_attrs_define
class MatchScore:
    match_score: float
    """ 100 × overall, two decimals """
    overall: float
    """ 0.6 × similarity + 0.4 × skill_match; similarity alone where skill_match is null """
    similarity: float
    """ Cosine of the job's and the resume's vectors; below 0 counts as 0 """
    skill_match: float | None
    """ Matched / required; null where the job requires no skill """
    weights: MatchScoreWeights
    score_version: int
    fit: MatchScoreFit
    key_strengths: list[str]
    missing_skills: list[str]
    explanation: str
    """ Assessment, matched skills, missing skills and recommendation, in sentences made from templates """
    flags: list[str]
    """ Why a person should look at the resume itself """
    skills_derived: bool
    """ True where the required skills were read out of the job's text """
    skills: MatchScoreSkills

    def to_dict(self) -> dict[str, Any]:
        match_score = self.match_score

        overall = self.overall

        similarity = self.similarity

        skill_match: float | None
        skill_match = self.skill_match

        weights = self.weights.to_dict()

        score_version = self.score_version

        fit: str = self.fit

        key_strengths = self.key_strengths

        missing_skills = self.missing_skills

        explanation = self.explanation

        flags = self.flags

        skills_derived = self.skills_derived

        skills = self.skills.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "match_score": match_score,
                "overall": overall,
                "similarity": similarity,
                "skill_match": skill_match,
                "weights": weights,
                "score_version": score_version,
                "fit": fit,
                "key_strengths": key_strengths,
                "missing_skills": missing_skills,
                "explanation": explanation,
                "flags": flags,
                "skills_derived": skills_derived,
                "skills": skills,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.match_score_skills import MatchScoreSkills
        from ..models.match_score_weights import MatchScoreWeights

        d = dict(src_dict)
        match_score = d.pop("match_score")

        overall = d.pop("overall")

        similarity = d.pop("similarity")

        def _parse_skill_match(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        skill_match = _parse_skill_match(d.pop("skill_match"))

        weights = MatchScoreWeights.from_dict(d.pop("weights"))

        score_version = d.pop("score_version")

        fit = check_match_score_fit(d.pop("fit"))

        key_strengths = cast(list[str], d.pop("key_strengths"))

        missing_skills = cast(list[str], d.pop("missing_skills"))

        explanation = d.pop("explanation")

        flags = cast(list[str], d.pop("flags"))

        skills_derived = d.pop("skills_derived")

        skills = MatchScoreSkills.from_dict(d.pop("skills"))

        match_score = cls(
            match_score=match_score,
            overall=overall,
            similarity=similarity,
            skill_match=skill_match,
            weights=weights,
            score_version=score_version,
            fit=fit,
            key_strengths=key_strengths,
            missing_skills=missing_skills,
            explanation=explanation,
            flags=flags,
            skills_derived=skills_derived,
            skills=skills,
        )

        return match_score
