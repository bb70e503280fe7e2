from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.resume_correction_education_type_0_item import (
        ResumeCorrectionEducationType0Item,
    )
    from ..models.resume_correction_experience_type_0_item import (
        ResumeCorrectionExperienceType0Item,
    )
    from ..models.resume_correction_languages_type_0_item import (
        ResumeCorrectionLanguagesType0Item,
    )


T = TypeVar("T", bound="ResumeCorrection")


@_attrs_define
class ResumeCorrection:
    """What to set right; a list replaces the whole list, null goes back to what was read

    Example:
        {'candidate_name': 'Ana Lima', 'skills': ['PostgreSQL', 'Kubernetes']}

    """

    candidate_name: None | str | Unset = UNSET
    email: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    links: list[str] | None | Unset = UNSET
    experience: list[ResumeCorrectionExperienceType0Item] | None | Unset = UNSET
    education: list[ResumeCorrectionEducationType0Item] | None | Unset = UNSET
    languages: list[ResumeCorrectionLanguagesType0Item] | None | Unset = UNSET
    skills: list[str] | None | Unset = UNSET
    """ All skills: those that were read and are not among them count no more """

    def to_dict(self) -> dict[str, Any]:
        candidate_name: None | str | Unset
        if isinstance(self.candidate_name, Unset):
            candidate_name = UNSET
        else:
            candidate_name = self.candidate_name

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        links: list[str] | None | Unset
        if isinstance(self.links, Unset):
            links = UNSET
        elif isinstance(self.links, list):
            links = self.links

        else:
            links = self.links

        experience: list[dict[str, Any]] | None | Unset
        if isinstance(self.experience, Unset):
            experience = UNSET
        elif isinstance(self.experience, list):
            experience = []
            for experience_type_0_item_data in self.experience:
                experience_type_0_item = experience_type_0_item_data.to_dict()
                experience.append(experience_type_0_item)

        else:
            experience = self.experience

        education: list[dict[str, Any]] | None | Unset
        if isinstance(self.education, Unset):
            education = UNSET
        elif isinstance(self.education, list):
            education = []
            for education_type_0_item_data in self.education:
                education_type_0_item = education_type_0_item_data.to_dict()
                education.append(education_type_0_item)

        else:
            education = self.education

        languages: list[dict[str, Any]] | None | Unset
        if isinstance(self.languages, Unset):
            languages = UNSET
        elif isinstance(self.languages, list):
            languages = []
            for languages_type_0_item_data in self.languages:
                languages_type_0_item = languages_type_0_item_data.to_dict()
                languages.append(languages_type_0_item)

        else:
            languages = self.languages

        skills: list[str] | None | Unset
        if isinstance(self.skills, Unset):
            skills = UNSET
        elif isinstance(self.skills, list):
            skills = self.skills

        else:
            skills = self.skills

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if candidate_name is not UNSET:
            field_dict["candidate_name"] = candidate_name
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if links is not UNSET:
            field_dict["links"] = links
        if experience is not UNSET:
            field_dict["experience"] = experience
        if education is not UNSET:
            field_dict["education"] = education
        if languages is not UNSET:
            field_dict["languages"] = languages
        if skills is not UNSET:
            field_dict["skills"] = skills

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resume_correction_education_type_0_item import (
            ResumeCorrectionEducationType0Item,
        )
        from ..models.resume_correction_experience_type_0_item import (
            ResumeCorrectionExperienceType0Item,
        )
        from ..models.resume_correction_languages_type_0_item import (
            ResumeCorrectionLanguagesType0Item,
        )

        d = dict(src_dict)

        def _parse_candidate_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        candidate_name = _parse_candidate_name(d.pop("candidate_name", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        def _parse_links(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                links_type_0 = cast(list[str], data)

                return links_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        links = _parse_links(d.pop("links", UNSET))

        def _parse_experience(
            data: object,
        ) -> list[ResumeCorrectionExperienceType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                experience_type_0 = []
                _experience_type_0 = data
                for experience_type_0_item_data in _experience_type_0:
                    experience_type_0_item = (
                        ResumeCorrectionExperienceType0Item.from_dict(
                            experience_type_0_item_data
                        )
                    )

                    experience_type_0.append(experience_type_0_item)

                return experience_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ResumeCorrectionExperienceType0Item] | None | Unset, data)

        experience = _parse_experience(d.pop("experience", UNSET))

        def _parse_education(
            data: object,
        ) -> list[ResumeCorrectionEducationType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                education_type_0 = []
                _education_type_0 = data
                for education_type_0_item_data in _education_type_0:
                    education_type_0_item = (
                        ResumeCorrectionEducationType0Item.from_dict(
                            education_type_0_item_data
                        )
                    )

                    education_type_0.append(education_type_0_item)

                return education_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ResumeCorrectionEducationType0Item] | None | Unset, data)

        education = _parse_education(d.pop("education", UNSET))

        def _parse_languages(
            data: object,
        ) -> list[ResumeCorrectionLanguagesType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                languages_type_0 = []
                _languages_type_0 = data
                for languages_type_0_item_data in _languages_type_0:
                    languages_type_0_item = (
                        ResumeCorrectionLanguagesType0Item.from_dict(
                            languages_type_0_item_data
                        )
                    )

                    languages_type_0.append(languages_type_0_item)

                return languages_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ResumeCorrectionLanguagesType0Item] | None | Unset, data)

        languages = _parse_languages(d.pop("languages", UNSET))

        def _parse_skills(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                skills_type_0 = cast(list[str], data)

                return skills_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        skills = _parse_skills(d.pop("skills", UNSET))

        resume_correction = cls(
            candidate_name=candidate_name,
            email=email,
            phone=phone,
            links=links,
            experience=experience,
            education=education,
            languages=languages,
            skills=skills,
        )

        return resume_correction
