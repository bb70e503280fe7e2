from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.exported_interview_feedback_item_recommendation import (
    ExportedInterviewFeedbackItemRecommendation,
    check_exported_interview_feedback_item_recommendation,
)

if TYPE_CHECKING:
    from ..models.exported_interview_feedback_item_ratings import (
        ExportedInterviewFeedbackItemRatings,
    )


T = TypeVar("T", bound="ExportedInterviewFeedbackItem")


@_attrs_define
class ExportedInterviewFeedbackItem:
    recommendation: ExportedInterviewFeedbackItemRecommendation
    ratings: ExportedInterviewFeedbackItemRatings
    comments: None | str
    author_id: UUID
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        recommendation: str = self.recommendation

        ratings = self.ratings.to_dict()

        comments: None | str
        comments = self.comments

        author_id = str(self.author_id)

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "recommendation": recommendation,
                "ratings": ratings,
                "comments": comments,
                "author_id": author_id,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.exported_interview_feedback_item_ratings import (
            ExportedInterviewFeedbackItemRatings,
        )

        d = dict(src_dict)
        recommendation = check_exported_interview_feedback_item_recommendation(
            d.pop("recommendation")
        )

        ratings = ExportedInterviewFeedbackItemRatings.from_dict(d.pop("ratings"))

        def _parse_comments(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comments = _parse_comments(d.pop("comments"))

        author_id = UUID(d.pop("author_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        exported_interview_feedback_item = cls(
            recommendation=recommendation,
            ratings=ratings,
            comments=comments,
            author_id=author_id,
            created_at=created_at,
        )

        return exported_interview_feedback_item
