from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FeedbackRatings")


@_attrs_define
class FeedbackRatings:
    """1 (poor) to 5 (excellent) by criterion

    Example:
        {'technical': 4}

    """

    technical: int | Unset = UNSET
    problem_solving: int | Unset = UNSET
    communication: int | Unset = UNSET
    collaboration: int | Unset = UNSET
    motivation: int | Unset = UNSET
    overall: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        technical = self.technical

        problem_solving = self.problem_solving

        communication = self.communication

        collaboration = self.collaboration

        motivation = self.motivation

        overall = self.overall

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if technical is not UNSET:
            field_dict["technical"] = technical
        if problem_solving is not UNSET:
            field_dict["problem_solving"] = problem_solving
        if communication is not UNSET:
            field_dict["communication"] = communication
        if collaboration is not UNSET:
            field_dict["collaboration"] = collaboration
        if motivation is not UNSET:
            field_dict["motivation"] = motivation
        if overall is not UNSET:
            field_dict["overall"] = overall

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        technical = d.pop("technical", UNSET)

        problem_solving = d.pop("problem_solving", UNSET)

        communication = d.pop("communication", UNSET)

        collaboration = d.pop("collaboration", UNSET)

        motivation = d.pop("motivation", UNSET)

        overall = d.pop("overall", UNSET)

        feedback_ratings = cls(
            technical=technical,
            problem_solving=problem_solving,
            communication=communication,
            collaboration=collaboration,
            motivation=motivation,
            overall=overall,
        )

        return feedback_ratings
