from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_job_employment_type_type_1 import (
    NewJobEmploymentTypeType1,
    check_new_job_employment_type_type_1,
)
from ..models.new_job_employment_type_type_2_type_1 import (
    NewJobEmploymentTypeType2Type1,
    check_new_job_employment_type_type_2_type_1,
)
from ..models.new_job_employment_type_type_3_type_1 import (
    NewJobEmploymentTypeType3Type1,
    check_new_job_employment_type_type_3_type_1,
)
from ..models.new_job_experience_level_type_1 import (
    NewJobExperienceLevelType1,
    check_new_job_experience_level_type_1,
)
from ..models.new_job_experience_level_type_2_type_1 import (
    NewJobExperienceLevelType2Type1,
    check_new_job_experience_level_type_2_type_1,
)
from ..models.new_job_experience_level_type_3_type_1 import (
    NewJobExperienceLevelType3Type1,
    check_new_job_experience_level_type_3_type_1,
)
from ..models.new_job_status import NewJobStatus, check_new_job_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.salary_type_0 import SalaryType0


T = TypeVar("T", bound="NewJob")


@_attrs_define
class NewJob:
    """
    Example:
        {'title': 'Backend engineer', 'company': 'Northwind Logistics', 'description': 'You build the services that plan
            our deliveries, and keep them running.', 'requirements': 'Four years with PostgreSQL and TypeScript. You have
            run services in production.', 'skills_required': ['TypeScript', 'PostgreSQL', 'Docker']}

    """

    title: str
    company: str
    description: str
    requirements: list[str] | str | Unset = ""
    """ Text; a list of strings is joined by line breaks """
    skills_required: list[str] | Unset = UNSET
    """ Where empty, the skills found in the text are used and marked as derived """
    skills_preferred: list[str] | Unset = UNSET
    """ Listed with each candidate; never part of the score. Where empty, those that the text only wishes for """
    location: None | str | Unset = UNSET
    employment_type: (
        NewJobEmploymentTypeType1
        | NewJobEmploymentTypeType2Type1
        | NewJobEmploymentTypeType3Type1
        | None
        | Unset
    ) = UNSET
    experience_level: (
        NewJobExperienceLevelType1
        | NewJobExperienceLevelType2Type1
        | NewJobExperienceLevelType3Type1
        | None
        | Unset
    ) = UNSET
    salary: None | SalaryType0 | Unset = UNSET
    external_id: None | str | Unset = UNSET
    status: NewJobStatus | Unset = "open"

    def to_dict(self) -> dict[str, Any]:
        from ..models.salary_type_0 import SalaryType0

        title = self.title

        company = self.company

        description = self.description

        requirements: list[str] | str | Unset
        if isinstance(self.requirements, Unset):
            requirements = UNSET
        elif isinstance(self.requirements, list):
            requirements = self.requirements

        else:
            requirements = self.requirements

        skills_required: list[str] | Unset = UNSET
        if not isinstance(self.skills_required, Unset):
            skills_required = self.skills_required

        skills_preferred: list[str] | Unset = UNSET
        if not isinstance(self.skills_preferred, Unset):
            skills_preferred = self.skills_preferred

        location: None | str | Unset
        if isinstance(self.location, Unset):
            location = UNSET
        else:
            location = self.location

        employment_type: None | str | Unset
        if isinstance(self.employment_type, Unset):
            employment_type = UNSET
        elif (
            isinstance(self.employment_type, str)
            or isinstance(self.employment_type, str)
            or isinstance(self.employment_type, str)
        ):
            employment_type = self.employment_type
        else:
            employment_type = self.employment_type

        experience_level: None | str | Unset
        if isinstance(self.experience_level, Unset):
            experience_level = UNSET
        elif (
            isinstance(self.experience_level, str)
            or isinstance(self.experience_level, str)
            or isinstance(self.experience_level, str)
        ):
            experience_level = self.experience_level
        else:
            experience_level = self.experience_level

        salary: dict[str, Any] | None | Unset
        if isinstance(self.salary, Unset):
            salary = UNSET
        elif isinstance(self.salary, SalaryType0):
            salary = self.salary.to_dict()
        else:
            salary = self.salary

        external_id: None | str | Unset
        if isinstance(self.external_id, Unset):
            external_id = UNSET
        else:
            external_id = self.external_id

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "company": company,
                "description": description,
            }
        )
        if requirements is not UNSET:
            field_dict["requirements"] = requirements
        if skills_required is not UNSET:
            field_dict["skills_required"] = skills_required
        if skills_preferred is not UNSET:
            field_dict["skills_preferred"] = skills_preferred
        if location is not UNSET:
            field_dict["location"] = location
        if employment_type is not UNSET:
            field_dict["employment_type"] = employment_type
        if experience_level is not UNSET:
            field_dict["experience_level"] = experience_level
        if salary is not UNSET:
            field_dict["salary"] = salary
        if external_id is not UNSET:
            field_dict["external_id"] = external_id
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.salary_type_0 import SalaryType0

        d = dict(src_dict)
        title = d.pop("title")

        company = d.pop("company")

        description = d.pop("description")

        def _parse_requirements(data: object) -> list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                requirements_type_1 = cast(list[str], data)

                return requirements_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | str | Unset, data)

        requirements = _parse_requirements(d.pop("requirements", UNSET))

        skills_required = cast(list[str], d.pop("skills_required", UNSET))

        skills_preferred = cast(list[str], d.pop("skills_preferred", UNSET))

        def _parse_location(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        location = _parse_location(d.pop("location", UNSET))

        def _parse_employment_type(
            data: object,
        ) -> (
            NewJobEmploymentTypeType1
            | NewJobEmploymentTypeType2Type1
            | NewJobEmploymentTypeType3Type1
            | None
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                employment_type_type_1 = check_new_job_employment_type_type_1(data)

                return employment_type_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                employment_type_type_2_type_1 = (
                    check_new_job_employment_type_type_2_type_1(data)
                )

                return employment_type_type_2_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                employment_type_type_3_type_1 = (
                    check_new_job_employment_type_type_3_type_1(data)
                )

                return employment_type_type_3_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                NewJobEmploymentTypeType1
                | NewJobEmploymentTypeType2Type1
                | NewJobEmploymentTypeType3Type1
                | None
                | Unset,
                data,
            )

        employment_type = _parse_employment_type(d.pop("employment_type", UNSET))

        def _parse_experience_level(
            data: object,
        ) -> (
            NewJobExperienceLevelType1
            | NewJobExperienceLevelType2Type1
            | NewJobExperienceLevelType3Type1
            | None
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                experience_level_type_1 = check_new_job_experience_level_type_1(data)

                return experience_level_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                experience_level_type_2_type_1 = (
                    check_new_job_experience_level_type_2_type_1(data)
                )

                return experience_level_type_2_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                experience_level_type_3_type_1 = (
                    check_new_job_experience_level_type_3_type_1(data)
                )

                return experience_level_type_3_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                NewJobExperienceLevelType1
                | NewJobExperienceLevelType2Type1
                | NewJobExperienceLevelType3Type1
                | None
                | Unset,
                data,
            )

        experience_level = _parse_experience_level(d.pop("experience_level", UNSET))

        def _parse_salary(data: object) -> None | SalaryType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_salary_type_0 = SalaryType0.from_dict(data)

                return componentsschemas_salary_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SalaryType0 | Unset, data)

        salary = _parse_salary(d.pop("salary", UNSET))

        def _parse_external_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        external_id = _parse_external_id(d.pop("external_id", UNSET))

        _status = d.pop("status", UNSET)
        status: NewJobStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_new_job_status(_status)

        new_job = cls(
            title=title,
            company=company,
            description=description,
            requirements=requirements,
            skills_required=skills_required,
            skills_preferred=skills_preferred,
            location=location,
            employment_type=employment_type,
            experience_level=experience_level,
            salary=salary,
            external_id=external_id,
            status=status,
        )

        return new_job
