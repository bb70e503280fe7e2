from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.job_employment_type_type_1 import (
    JobEmploymentTypeType1,
    check_job_employment_type_type_1,
)
from ..models.job_employment_type_type_2_type_1 import (
    JobEmploymentTypeType2Type1,
    check_job_employment_type_type_2_type_1,
)
from ..models.job_employment_type_type_3_type_1 import (
    JobEmploymentTypeType3Type1,
    check_job_employment_type_type_3_type_1,
)
from ..models.job_experience_level_type_1 import (
    JobExperienceLevelType1,
    check_job_experience_level_type_1,
)
from ..models.job_experience_level_type_2_type_1 import (
    JobExperienceLevelType2Type1,
    check_job_experience_level_type_2_type_1,
)
from ..models.job_experience_level_type_3_type_1 import (
    JobExperienceLevelType3Type1,
    check_job_experience_level_type_3_type_1,
)
from ..models.job_status import JobStatus, check_job_status

if TYPE_CHECKING:
    from ..models.salary_type_0 import SalaryType0


T = TypeVar("T", bound="Job")


@_attrs_define
class Job:
    id: UUID
    company_id: UUID
    title: str
    company: str
    description: str
    requirements: str
    skills_required: list[str]
    skills_preferred: list[str]
    skills_derived: bool
    """ True where skills_required was read out of the text """
    location: None | str
    employment_type: (
        JobEmploymentTypeType1
        | JobEmploymentTypeType2Type1
        | JobEmploymentTypeType3Type1
        | None
    )
    experience_level: (
        JobExperienceLevelType1
        | JobExperienceLevelType2Type1
        | JobExperienceLevelType3Type1
        | None
    )
    salary: None | SalaryType0
    external_id: None | str
    status: JobStatus
    created_by: UUID
    created_at: datetime.datetime
    updated_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.salary_type_0 import SalaryType0

        id = str(self.id)

        company_id = str(self.company_id)

        title = self.title

        company = self.company

        description = self.description

        requirements = self.requirements

        skills_required = self.skills_required

        skills_preferred = self.skills_preferred

        skills_derived = self.skills_derived

        location: None | str
        location = self.location

        employment_type: None | str
        if (
            isinstance(self.employment_type, str)
            or isinstance(self.employment_type, str)
            or isinstance(self.employment_type, str)
        ):
            employment_type = self.employment_type
        else:
            employment_type = self.employment_type

        experience_level: None | str
        if (
            isinstance(self.experience_level, str)
            or isinstance(self.experience_level, str)
            or isinstance(self.experience_level, str)
        ):
            experience_level = self.experience_level
        else:
            experience_level = self.experience_level

        salary: dict[str, Any] | None
        if isinstance(self.salary, SalaryType0):
            salary = self.salary.to_dict()
        else:
            salary = self.salary

        external_id: None | str
        external_id = self.external_id

        status: str = self.status

        created_by = str(self.created_by)

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "company_id": company_id,
                "title": title,
                "company": company,
                "description": description,
                "requirements": requirements,
                "skills_required": skills_required,
                "skills_preferred": skills_preferred,
                "skills_derived": skills_derived,
                "location": location,
                "employment_type": employment_type,
                "experience_level": experience_level,
                "salary": salary,
                "external_id": external_id,
                "status": status,
                "created_by": created_by,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.salary_type_0 import SalaryType0

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        company_id = UUID(d.pop("company_id"))

        title = d.pop("title")

        company = d.pop("company")

        description = d.pop("description")

        requirements = d.pop("requirements")

        skills_required = cast(list[str], d.pop("skills_required"))

        skills_preferred = cast(list[str], d.pop("skills_preferred"))

        skills_derived = d.pop("skills_derived")

        def _parse_location(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        location = _parse_location(d.pop("location"))

        def _parse_employment_type(
            data: object,
        ) -> (
            JobEmploymentTypeType1
            | JobEmploymentTypeType2Type1
            | JobEmploymentTypeType3Type1
            | None
        ):
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                employment_type_type_1 = check_job_employment_type_type_1(data)

                return employment_type_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                employment_type_type_2_type_1 = check_job_employment_type_type_2_type_1(
                    data
                )

                return employment_type_type_2_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                employment_type_type_3_type_1 = check_job_employment_type_type_3_type_1(
                    data
                )

                return employment_type_type_3_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                JobEmploymentTypeType1
                | JobEmploymentTypeType2Type1
                | JobEmploymentTypeType3Type1
                | None,
                data,
            )

        employment_type = _parse_employment_type(d.pop("employment_type"))

        def _parse_experience_level(
            data: object,
        ) -> (
            JobExperienceLevelType1
            | JobExperienceLevelType2Type1
            | JobExperienceLevelType3Type1
            | None
        ):
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                experience_level_type_1 = check_job_experience_level_type_1(data)

                return experience_level_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                experience_level_type_2_type_1 = (
                    check_job_experience_level_type_2_type_1(data)
                )

                return experience_level_type_2_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                experience_level_type_3_type_1 = (
                    check_job_experience_level_type_3_type_1(data)
                )

                return experience_level_type_3_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                JobExperienceLevelType1
                | JobExperienceLevelType2Type1
                | JobExperienceLevelType3Type1
                | None,
                data,
            )

        experience_level = _parse_experience_level(d.pop("experience_level"))

        def _parse_salary(data: object) -> None | SalaryType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_salary_type_0 = SalaryType0.from_dict(data)

                return componentsschemas_salary_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SalaryType0, data)

        salary = _parse_salary(d.pop("salary"))

        def _parse_external_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        external_id = _parse_external_id(d.pop("external_id"))

        status = check_job_status(d.pop("status"))

        created_by = UUID(d.pop("created_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        job = cls(
            id=id,
            company_id=company_id,
            title=title,
            company=company,
            description=description,
            requirements=requirements,
            skills_required=skills_required,
            skills_preferred=skills_preferred,
            skills_derived=skills_derived,
            location=location,
            employment_type=employment_type,
            experience_level=experience_level,
            salary=salary,
            external_id=external_id,
            status=status,
            created_by=created_by,
            created_at=created_at,
            updated_at=updated_at,
        )

        return job
