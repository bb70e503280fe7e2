from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.resume_corrected_item import (
    ResumeCorrectedItem,
    check_resume_corrected_item,
)
from ..models.resume_format import ResumeFormat, check_resume_format
from ..models.resume_status import ResumeStatus, check_resume_status

if TYPE_CHECKING:
    from ..models.resume_certifications_item import ResumeCertificationsItem
    from ..models.resume_education_item import ResumeEducationItem
    from ..models.resume_experience_item import ResumeExperienceItem
    from ..models.resume_extracted_skills_item import ResumeExtractedSkillsItem
    from ..models.resume_languages_item import ResumeLanguagesItem
    from ..models.resume_parse import ResumeParse
    from ..models.resume_sections_item import ResumeSectionsItem


T = TypeVar("T", bound="ResumeDataAsRead")


@_attrs_define
class ResumeDataAsRead:
    id: UUID
    company_id: UUID
    candidate_name: None | str
    email: None | str
    phone: None | str
    """ E.164 where the country of the number is known, else as printed or given """
    location: None | str
    links: list[str]
    sections: list[ResumeSectionsItem]
    experience: list[ResumeExperienceItem]
    education: list[ResumeEducationItem]
    total_years: float | None
    """ Years of work without double counting """
    total_years_confidence: float | None
    """ Mean over the jobs; one without dates counts as 0. The dates are among the parts of each job """
    extracted_skills: list[ResumeExtractedSkillsItem]
    languages: list[ResumeLanguagesItem]
    certifications: list[ResumeCertificationsItem]
    parse: ResumeParse
    corrected: list[ResumeCorrectedItem]
    """ What a person typed or set right; the rest is as read from the file """
    status: ResumeStatus
    filename: str
    format_: ResumeFormat
    source: None | str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        company_id = str(self.company_id)

        candidate_name: None | str
        candidate_name = self.candidate_name

        email: None | str
        email = self.email

        phone: None | str
        phone = self.phone

        location: None | str
        location = self.location

        links = self.links

        sections = []
        for sections_item_data in self.sections:
            sections_item = sections_item_data.to_dict()
            sections.append(sections_item)

        experience = []
        for experience_item_data in self.experience:
            experience_item = experience_item_data.to_dict()
            experience.append(experience_item)

        education = []
        for education_item_data in self.education:
            education_item = education_item_data.to_dict()
            education.append(education_item)

        total_years: float | None
        total_years = self.total_years

        total_years_confidence: float | None
        total_years_confidence = self.total_years_confidence

        extracted_skills = []
        for extracted_skills_item_data in self.extracted_skills:
            extracted_skills_item = extracted_skills_item_data.to_dict()
            extracted_skills.append(extracted_skills_item)

        languages = []
        for languages_item_data in self.languages:
            languages_item = languages_item_data.to_dict()
            languages.append(languages_item)

        certifications = []
        for certifications_item_data in self.certifications:
            certifications_item = certifications_item_data.to_dict()
            certifications.append(certifications_item)

        parse = self.parse.to_dict()

        corrected = []
        for corrected_item_data in self.corrected:
            corrected_item: str = corrected_item_data
            corrected.append(corrected_item)

        status: str = self.status

        filename = self.filename

        format_: str = self.format_

        source: None | str
        source = self.source

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "company_id": company_id,
                "candidate_name": candidate_name,
                "email": email,
                "phone": phone,
                "location": location,
                "links": links,
                "sections": sections,
                "experience": experience,
                "education": education,
                "total_years": total_years,
                "total_years_confidence": total_years_confidence,
                "extracted_skills": extracted_skills,
                "languages": languages,
                "certifications": certifications,
                "parse": parse,
                "corrected": corrected,
                "status": status,
                "filename": filename,
                "format": format_,
                "source": source,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resume_certifications_item import ResumeCertificationsItem
        from ..models.resume_education_item import ResumeEducationItem
        from ..models.resume_experience_item import ResumeExperienceItem
        from ..models.resume_extracted_skills_item import ResumeExtractedSkillsItem
        from ..models.resume_languages_item import ResumeLanguagesItem
        from ..models.resume_parse import ResumeParse
        from ..models.resume_sections_item import ResumeSectionsItem

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        company_id = UUID(d.pop("company_id"))

        def _parse_candidate_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        candidate_name = _parse_candidate_name(d.pop("candidate_name"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_location(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        location = _parse_location(d.pop("location"))

        links = cast(list[str], d.pop("links"))

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = ResumeSectionsItem.from_dict(sections_item_data)

            sections.append(sections_item)

        experience = []
        _experience = d.pop("experience")
        for experience_item_data in _experience:
            experience_item = ResumeExperienceItem.from_dict(experience_item_data)

            experience.append(experience_item)

        education = []
        _education = d.pop("education")
        for education_item_data in _education:
            education_item = ResumeEducationItem.from_dict(education_item_data)

            education.append(education_item)

        def _parse_total_years(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        total_years = _parse_total_years(d.pop("total_years"))

        def _parse_total_years_confidence(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        total_years_confidence = _parse_total_years_confidence(
            d.pop("total_years_confidence")
        )

        extracted_skills = []
        _extracted_skills = d.pop("extracted_skills")
        for extracted_skills_item_data in _extracted_skills:
            extracted_skills_item = ResumeExtractedSkillsItem.from_dict(
                extracted_skills_item_data
            )

            extracted_skills.append(extracted_skills_item)

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = ResumeLanguagesItem.from_dict(languages_item_data)

            languages.append(languages_item)

        certifications = []
        _certifications = d.pop("certifications")
        for certifications_item_data in _certifications:
            certifications_item = ResumeCertificationsItem.from_dict(
                certifications_item_data
            )

            certifications.append(certifications_item)

        parse = ResumeParse.from_dict(d.pop("parse"))

        corrected = []
        _corrected = d.pop("corrected")
        for corrected_item_data in _corrected:
            corrected_item = check_resume_corrected_item(corrected_item_data)

            corrected.append(corrected_item)

        status = check_resume_status(d.pop("status"))

        filename = d.pop("filename")

        format_ = check_resume_format(d.pop("format"))

        def _parse_source(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source = _parse_source(d.pop("source"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        resume_data_as_read = cls(
            id=id,
            company_id=company_id,
            candidate_name=candidate_name,
            email=email,
            phone=phone,
            location=location,
            links=links,
            sections=sections,
            experience=experience,
            education=education,
            total_years=total_years,
            total_years_confidence=total_years_confidence,
            extracted_skills=extracted_skills,
            languages=languages,
            certifications=certifications,
            parse=parse,
            corrected=corrected,
            status=status,
            filename=filename,
            format_=format_,
            source=source,
            created_at=created_at,
            updated_at=updated_at,
        )

        resume_data_as_read.additional_properties = d
        return resume_data_as_read

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
