from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.exported_match import ExportedMatch
    from ..models.resume_data_as_read import ResumeDataAsRead
    from ..models.resume_data_file import ResumeDataFile
    from ..models.resume_data_resume import ResumeDataResume


T = TypeVar("T", bound="ResumeData")


@_attrs_define
class ResumeData:
    """Everything held about the person of a resume"""

    exported_at: datetime.datetime
    resume: ResumeDataResume
    as_read: ResumeDataAsRead
    text: None | str
    """ The text of the file, which every offset points into """
    file: ResumeDataFile
    matches: list[ExportedMatch]
    """ Every job that the resume is matched to, the best first """

    def to_dict(self) -> dict[str, Any]:
        exported_at = self.exported_at.isoformat()

        resume = self.resume.to_dict()

        as_read = self.as_read.to_dict()

        text: None | str
        text = self.text

        file = self.file.to_dict()

        matches = []
        for matches_item_data in self.matches:
            matches_item = matches_item_data.to_dict()
            matches.append(matches_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "exported_at": exported_at,
                "resume": resume,
                "as_read": as_read,
                "text": text,
                "file": file,
                "matches": matches,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.exported_match import ExportedMatch
        from ..models.resume_data_as_read import ResumeDataAsRead
        from ..models.resume_data_file import ResumeDataFile
        from ..models.resume_data_resume import ResumeDataResume

        d = dict(src_dict)
        exported_at = datetime.datetime.fromisoformat(d.pop("exported_at"))

        resume = ResumeDataResume.from_dict(d.pop("resume"))

        as_read = ResumeDataAsRead.from_dict(d.pop("as_read"))

        def _parse_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text = _parse_text(d.pop("text"))

        file = ResumeDataFile.from_dict(d.pop("file"))

        matches = []
        _matches = d.pop("matches")
        for matches_item_data in _matches:
            matches_item = ExportedMatch.from_dict(matches_item_data)

            matches.append(matches_item)

        resume_data = cls(
            exported_at=exported_at,
            resume=resume,
            as_read=as_read,
            text=text,
            file=file,
            matches=matches,
        )

        return resume_data
