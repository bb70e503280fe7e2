from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ExplainedCandidateWhatIfItem")


@_attrs_define
class ExplainedCandidateWhatIfItem:
    skill: str
    match_score: float
    """ What it would be with this skill """
    rank: int
    """ Where that would stand among the job's candidates as they are now """

    def to_dict(self) -> dict[str, Any]:
        skill = self.skill

        match_score = self.match_score

        rank = self.rank

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "skill": skill,
                "match_score": match_score,
                "rank": rank,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        skill = d.pop("skill")

        match_score = d.pop("match_score")

        rank = d.pop("rank")

        explained_candidate_what_if_item = cls(
            skill=skill,
            match_score=match_score,
            rank=rank,
        )

        return explained_candidate_what_if_item
