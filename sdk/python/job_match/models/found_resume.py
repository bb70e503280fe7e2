from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.found_resume_highlights_item import FoundResumeHighlightsItem


T = TypeVar("T", bound="FoundResume")


@_attrs_define
class FoundResume:
    resume_id: UUID
    candidate_name: None | str
    language: None | str
    total_years: float | None
    source: None | str
    created_at: datetime.datetime
    score: float
    """ What the results are ranked by """
    semantic: float
    """ Cosine of query and resume """
    lexical: float
    """ Share of the query's words that are in name or text; rare ones count more """
    highlights: list[FoundResumeHighlightsItem]
    """ Offsets are UTF-16 code units of the resume's text """

    def to_dict(self) -> dict[str, Any]:
        resume_id = str(self.resume_id)

        candidate_name: None | str
        candidate_name = self.candidate_name

        language: None | str
        language = self.language

        total_years: float | None
        total_years = self.total_years

        source: None | str
        source = self.source

        created_at = self.created_at.isoformat()

        score = self.score

        semantic = self.semantic

        lexical = self.lexical

        highlights = []
        for highlights_item_data in self.highlights:
            highlights_item = highlights_item_data.to_dict()
            highlights.append(highlights_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "resume_id": resume_id,
                "candidate_name": candidate_name,
                "language": language,
                "total_years": total_years,
                "source": source,
                "created_at": created_at,
                "score": score,
                "semantic": semantic,
                "lexical": lexical,
                "highlights": highlights,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.found_resume_highlights_item import FoundResumeHighlightsItem

        d = dict(src_dict)
        resume_id = UUID(d.pop("resume_id"))

        def _parse_candidate_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        candidate_name = _parse_candidate_name(d.pop("candidate_name"))

        def _parse_language(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        language = _parse_language(d.pop("language"))

        def _parse_total_years(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        total_years = _parse_total_years(d.pop("total_years"))

        def _parse_source(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source = _parse_source(d.pop("source"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        score = d.pop("score")

        semantic = d.pop("semantic")

        lexical = d.pop("lexical")

        highlights = []
        _highlights = d.pop("highlights")
        for highlights_item_data in _highlights:
            highlights_item = FoundResumeHighlightsItem.from_dict(highlights_item_data)

            highlights.append(highlights_item)

        found_resume = cls(
            resume_id=resume_id,
            candidate_name=candidate_name,
            language=language,
            total_years=total_years,
            source=source,
            created_at=created_at,
            score=score,
            semantic=semantic,
            lexical=lexical,
            highlights=highlights,
        )

        return found_resume
