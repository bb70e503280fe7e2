from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.interview_feedback_change_recommendation import (
    InterviewFeedbackChangeRecommendation,
    check_interview_feedback_change_recommendation,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.feedback_ratings import FeedbackRatings


T = TypeVar("T", bound="InterviewFeedbackChange")


@_attrs_define
class InterviewFeedbackChange:
    """
    Example:
        {'recommendation': 'strong_yes'}

    """

    recommendation: InterviewFeedbackChangeRecommendation | Unset = UNSET
    ratings: FeedbackRatings | Unset = UNSET
    """ 1 (poor) to 5 (excellent) by criterion """
    comments: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        recommendation: str | Unset = UNSET
        if not isinstance(self.recommendation, Unset):
            recommendation = self.recommendation

        ratings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ratings, Unset):
            ratings = self.ratings.to_dict()

        comments: None | str | Unset
        if isinstance(self.comments, Unset):
            comments = UNSET
        else:
            comments = self.comments

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if recommendation is not UNSET:
            field_dict["recommendation"] = recommendation
        if ratings is not UNSET:
            field_dict["ratings"] = ratings
        if comments is not UNSET:
            field_dict["comments"] = comments

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.feedback_ratings import FeedbackRatings

        d = dict(src_dict)
        _recommendation = d.pop("recommendation", UNSET)
        recommendation: InterviewFeedbackChangeRecommendation | Unset
        if isinstance(_recommendation, Unset):
            recommendation = UNSET
        else:
            recommendation = check_interview_feedback_change_recommendation(
                _recommendation
            )

        _ratings = d.pop("ratings", UNSET)
        ratings: FeedbackRatings | Unset
        if isinstance(_ratings, Unset):
            ratings = UNSET
        else:
            ratings = FeedbackRatings.from_dict(_ratings)

        def _parse_comments(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        comments = _parse_comments(d.pop("comments", UNSET))

        interview_feedback_change = cls(
            recommendation=recommendation,
            ratings=ratings,
            comments=comments,
        )

        return interview_feedback_change
