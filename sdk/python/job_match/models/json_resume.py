from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.json_resume_awards_item import JsonResumeAwardsItem
    from ..models.json_resume_basics import JsonResumeBasics
    from ..models.json_resume_certificates_item import JsonResumeCertificatesItem
    from ..models.json_resume_education_item import JsonResumeEducationItem
    from ..models.json_resume_interests_item import JsonResumeInterestsItem
    from ..models.json_resume_languages_item import JsonResumeLanguagesItem
    from ..models.json_resume_meta import JsonResumeMeta
    from ..models.json_resume_projects_item import JsonResumeProjectsItem
    from ..models.json_resume_publications_item import JsonResumePublicationsItem
    from ..models.json_resume_references_item import JsonResumeReferencesItem
    from ..models.json_resume_skills_item import JsonResumeSkillsItem
    from ..models.json_resume_volunteer_item import JsonResumeVolunteerItem
    from ..models.json_resume_work_item import JsonResumeWorkItem


T = TypeVar("T", bound="JsonResume")


@_attrs_define
class JsonResume:
    """A JSON Resume 1.0.0 document; what the resume does not say is absent

    Example:
        {'basics': {'name': 'Ana Lima'}, 'work': [{'name': 'Northwind', 'position': 'Analyst', 'startDate': '2021-03'}]}

    """

    schema: str | Unset = UNSET
    basics: JsonResumeBasics | Unset = UNSET
    work: list[JsonResumeWorkItem] | Unset = UNSET
    volunteer: list[JsonResumeVolunteerItem] | Unset = UNSET
    education: list[JsonResumeEducationItem] | Unset = UNSET
    awards: list[JsonResumeAwardsItem] | Unset = UNSET
    certificates: list[JsonResumeCertificatesItem] | Unset = UNSET
    publications: list[JsonResumePublicationsItem] | Unset = UNSET
    skills: list[JsonResumeSkillsItem] | Unset = UNSET
    languages: list[JsonResumeLanguagesItem] | Unset = UNSET
    interests: list[JsonResumeInterestsItem] | Unset = UNSET
    references: list[JsonResumeReferencesItem] | Unset = UNSET
    projects: list[JsonResumeProjectsItem] | Unset = UNSET
    meta: JsonResumeMeta | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        schema = self.schema

        basics: dict[str, Any] | Unset = UNSET
        if not isinstance(self.basics, Unset):
            basics = self.basics.to_dict()

        work: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.work, Unset):
            work = []
            for work_item_data in self.work:
                work_item = work_item_data.to_dict()
                work.append(work_item)

        volunteer: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.volunteer, Unset):
            volunteer = []
            for volunteer_item_data in self.volunteer:
                volunteer_item = volunteer_item_data.to_dict()
                volunteer.append(volunteer_item)

        education: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.education, Unset):
            education = []
            for education_item_data in self.education:
                education_item = education_item_data.to_dict()
                education.append(education_item)

        awards: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.awards, Unset):
            awards = []
            for awards_item_data in self.awards:
                awards_item = awards_item_data.to_dict()
                awards.append(awards_item)

        certificates: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.certificates, Unset):
            certificates = []
            for certificates_item_data in self.certificates:
                certificates_item = certificates_item_data.to_dict()
                certificates.append(certificates_item)

        publications: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.publications, Unset):
            publications = []
            for publications_item_data in self.publications:
                publications_item = publications_item_data.to_dict()
                publications.append(publications_item)

        skills: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.skills, Unset):
            skills = []
            for skills_item_data in self.skills:
                skills_item = skills_item_data.to_dict()
                skills.append(skills_item)

        languages: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = []
            for languages_item_data in self.languages:
                languages_item = languages_item_data.to_dict()
                languages.append(languages_item)

        interests: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.interests, Unset):
            interests = []
            for interests_item_data in self.interests:
                interests_item = interests_item_data.to_dict()
                interests.append(interests_item)

        references: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.references, Unset):
            references = []
            for references_item_data in self.references:
                references_item = references_item_data.to_dict()
                references.append(references_item)

        projects: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.projects, Unset):
            projects = []
            for projects_item_data in self.projects:
                projects_item = projects_item_data.to_dict()
                projects.append(projects_item)

        meta: dict[str, Any] | Unset = UNSET
        if not isinstance(self.meta, Unset):
            meta = self.meta.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if schema is not UNSET:
            field_dict["$schema"] = schema
        if basics is not UNSET:
            field_dict["basics"] = basics
        if work is not UNSET:
            field_dict["work"] = work
        if volunteer is not UNSET:
            field_dict["volunteer"] = volunteer
        if education is not UNSET:
            field_dict["education"] = education
        if awards is not UNSET:
            field_dict["awards"] = awards
        if certificates is not UNSET:
            field_dict["certificates"] = certificates
        if publications is not UNSET:
            field_dict["publications"] = publications
        if skills is not UNSET:
            field_dict["skills"] = skills
        if languages is not UNSET:
            field_dict["languages"] = languages
        if interests is not UNSET:
            field_dict["interests"] = interests
        if references is not UNSET:
            field_dict["references"] = references
        if projects is not UNSET:
            field_dict["projects"] = projects
        if meta is not UNSET:
            field_dict["meta"] = meta

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.json_resume_awards_item import JsonResumeAwardsItem
        from ..models.json_resume_basics import JsonResumeBasics
        from ..models.json_resume_certificates_item import JsonResumeCertificatesItem
        from ..models.json_resume_education_item import JsonResumeEducationItem
        from ..models.json_resume_interests_item import JsonResumeInterestsItem
        from ..models.json_resume_languages_item import JsonResumeLanguagesItem
        from ..models.json_resume_meta import JsonResumeMeta
        from ..models.json_resume_projects_item import JsonResumeProjectsItem
        from ..models.json_resume_publications_item import JsonResumePublicationsItem
        from ..models.json_resume_references_item import JsonResumeReferencesItem
        from ..models.json_resume_skills_item import JsonResumeSkillsItem
        from ..models.json_resume_volunteer_item import JsonResumeVolunteerItem
        from ..models.json_resume_work_item import JsonResumeWorkItem

        d = dict(src_dict)
        schema = d.pop("$schema", UNSET)

        _basics = d.pop("basics", UNSET)
        basics: JsonResumeBasics | Unset
        if isinstance(_basics, Unset):
            basics = UNSET
        else:
            basics = JsonResumeBasics.from_dict(_basics)

        _work = d.pop("work", UNSET)
        work: list[JsonResumeWorkItem] | Unset = UNSET
        if _work is not UNSET:
            work = []
            for work_item_data in _work:
                work_item = JsonResumeWorkItem.from_dict(work_item_data)

                work.append(work_item)

        _volunteer = d.pop("volunteer", UNSET)
        volunteer: list[JsonResumeVolunteerItem] | Unset = UNSET
        if _volunteer is not UNSET:
            volunteer = []
            for volunteer_item_data in _volunteer:
                volunteer_item = JsonResumeVolunteerItem.from_dict(volunteer_item_data)

                volunteer.append(volunteer_item)

        _education = d.pop("education", UNSET)
        education: list[JsonResumeEducationItem] | Unset = UNSET
        if _education is not UNSET:
            education = []
            for education_item_data in _education:
                education_item = JsonResumeEducationItem.from_dict(education_item_data)

                education.append(education_item)

        _awards = d.pop("awards", UNSET)
        awards: list[JsonResumeAwardsItem] | Unset = UNSET
        if _awards is not UNSET:
            awards = []
            for awards_item_data in _awards:
                awards_item = JsonResumeAwardsItem.from_dict(awards_item_data)

                awards.append(awards_item)

        _certificates = d.pop("certificates", UNSET)
        certificates: list[JsonResumeCertificatesItem] | Unset = UNSET
        if _certificates is not UNSET:
            certificates = []
            for certificates_item_data in _certificates:
                certificates_item = JsonResumeCertificatesItem.from_dict(
                    certificates_item_data
                )

                certificates.append(certificates_item)

        _publications = d.pop("publications", UNSET)
        publications: list[JsonResumePublicationsItem] | Unset = UNSET
        if _publications is not UNSET:
            publications = []
            for publications_item_data in _publications:
                publications_item = JsonResumePublicationsItem.from_dict(
                    publications_item_data
                )

                publications.append(publications_item)

        _skills = d.pop("skills", UNSET)
        skills: list[JsonResumeSkillsItem] | Unset = UNSET
        if _skills is not UNSET:
            skills = []
            for skills_item_data in _skills:
                skills_item = JsonResumeSkillsItem.from_dict(skills_item_data)

                skills.append(skills_item)

        _languages = d.pop("languages", UNSET)
        languages: list[JsonResumeLanguagesItem] | Unset = UNSET
        if _languages is not UNSET:
            languages = []
            for languages_item_data in _languages:
                languages_item = JsonResumeLanguagesItem.from_dict(languages_item_data)

                languages.append(languages_item)

        _interests = d.pop("interests", UNSET)
        interests: list[JsonResumeInterestsItem] | Unset = UNSET
        if _interests is not UNSET:
            interests = []
            for interests_item_data in _interests:
                interests_item = JsonResumeInterestsItem.from_dict(interests_item_data)

                interests.append(interests_item)

        _references = d.pop("references", UNSET)
        references: list[JsonResumeReferencesItem] | Unset = UNSET
        if _references is not UNSET:
            references = []
            for references_item_data in _references:
                references_item = JsonResumeReferencesItem.from_dict(
                    references_item_data
                )

                references.append(references_item)

        _projects = d.pop("projects", UNSET)
        projects: list[JsonResumeProjectsItem] | Unset = UNSET
        if _projects is not UNSET:
            projects = []
            for projects_item_data in _projects:
                projects_item = JsonResumeProjectsItem.from_dict(projects_item_data)

                projects.append(projects_item)

        _meta = d.pop("meta", UNSET)
        meta: JsonResumeMeta | Unset
        if isinstance(_meta, Unset):
            meta = UNSET
        else:
            meta = JsonResumeMeta.from_dict(_meta)

        json_resume = cls(
            schema=schema,
            basics=basics,
            work=work,
            volunteer=volunteer,
            education=education,
            awards=awards,
            certificates=certificates,
            publications=publications,
            skills=skills,
            languages=languages,
            interests=interests,
            references=references,
            projects=projects,
            meta=meta,
        )

        json_resume.additional_properties = d
        return json_resume

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
