from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.candidate_detail import CandidateDetail
    from ..models.resume import Resume


T = TypeVar("T", bound="UploadedResume")


@_attrs_define
class UploadedResume:
    resume: Resume
    """ What was read out of a file, or set right by a person. What it does not say is null or empty. Entries that
    have no place in the text have offsets of 0. """
    match: CandidateDetail | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.candidate_detail import CandidateDetail

        resume = self.resume.to_dict()

        match: dict[str, Any] | None
        if isinstance(self.match, CandidateDetail):
            match = self.match.to_dict()
        else:
            match = self.match

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "resume": resume,
                "match": match,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.candidate_detail import CandidateDetail
        from ..models.resume import Resume

        d = dict(src_dict)
        resume = Resume.from_dict(d.pop("resume"))

        def _parse_match(data: object) -> CandidateDetail | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                match_type_0 = CandidateDetail.from_dict(data)

                return match_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CandidateDetail | None, data)

        match = _parse_match(d.pop("match"))

        uploaded_resume = cls(
            resume=resume,
            match=match,
        )

        return uploaded_resume
