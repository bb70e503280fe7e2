from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.interview_feedback_recommendation import (
    InterviewFeedbackRecommendation,
    check_interview_feedback_recommendation,
)

if TYPE_CHECKING:
    from ..models.interview_feedback_ratings import InterviewFeedbackRatings


T = TypeVar("T", bound="InterviewFeedback")


@_attrs_define
class InterviewFeedback:
    interview_id: UUID
    author_id: UUID
    recommendation: InterviewFeedbackRecommendation
    ratings: InterviewFeedbackRatings
    comments: None | str
    created_at: datetime.datetime
    updated_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        interview_id = str(self.interview_id)

        author_id = str(self.author_id)

        recommendation: str = self.recommendation

        ratings = self.ratings.to_dict()

        comments: None | str
        comments = self.comments

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "interview_id": interview_id,
                "author_id": author_id,
                "recommendation": recommendation,
                "ratings": ratings,
                "comments": comments,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.interview_feedback_ratings import InterviewFeedbackRatings

        d = dict(src_dict)
        interview_id = UUID(d.pop("interview_id"))

        author_id = UUID(d.pop("author_id"))

        recommendation = check_interview_feedback_recommendation(
            d.pop("recommendation")
        )

        ratings = InterviewFeedbackRatings.from_dict(d.pop("ratings"))

        def _parse_comments(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comments = _parse_comments(d.pop("comments"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        interview_feedback = cls(
            interview_id=interview_id,
            author_id=author_id,
            recommendation=recommendation,
            ratings=ratings,
            comments=comments,
            created_at=created_at,
            updated_at=updated_at,
        )

        return interview_feedback
