from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ExplainedCandidateRequirementsItem")


@_attrs_define
class ExplainedCandidateRequirementsItem:
    text: str
    """ A sentence of the job's requirements, or of its description """
    quote: str
    """ The passage of the resume that is nearest to it """
    start: int
    """ UTF-16 offset of the quote in the text """
    end: int
    cosine: float
    covered: bool
    """ The cosine is at least 0.45 """

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        quote = self.quote

        start = self.start

        end = self.end

        cosine = self.cosine

        covered = self.covered

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "quote": quote,
                "start": start,
                "end": end,
                "cosine": cosine,
                "covered": covered,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        text = d.pop("text")

        quote = d.pop("quote")

        start = d.pop("start")

        end = d.pop("end")

        cosine = d.pop("cosine")

        covered = d.pop("covered")

        explained_candidate_requirements_item = cls(
            text=text,
            quote=quote,
            start=start,
            end=end,
            cosine=cosine,
            covered=covered,
        )

        return explained_candidate_requirements_item
