from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.resume import Resume
    from ..models.uploaded_resume_match import UploadedResumeMatch


T = TypeVar("T", bound="UploadedResume")


@_attrs_define
class UploadedResume:
    resume: Resume
    """ What was read out of a file. What it does not say is null or empty. """
    match: UploadedResumeMatch

    def to_dict(self) -> dict[str, Any]:
        resume = self.resume.to_dict()

        match = self.match.to_dict()

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
        from ..models.resume import Resume
        from ..models.uploaded_resume_match import UploadedResumeMatch

        d = dict(src_dict)
        resume = Resume.from_dict(d.pop("resume"))

        match = UploadedResumeMatch.from_dict(d.pop("match"))

        uploaded_resume = cls(
            resume=resume,
            match=match,
        )

        return uploaded_resume
