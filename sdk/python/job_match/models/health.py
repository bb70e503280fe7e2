from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.health_status import HealthStatus, check_health_status

if TYPE_CHECKING:
    from ..models.health_checks import HealthChecks
    from ..models.health_freshening_type_0 import HealthFresheningType0


T = TypeVar("T", bound="Health")


@_attrs_define
class Health:
    status: HealthStatus
    version: str
    checks: HealthChecks
    freshening: HealthFresheningType0 | None
    """ How far this process has brought scores up to date, after a new model, parser or taxonomy; null when it is
    not at it """

    def to_dict(self) -> dict[str, Any]:
        from ..models.health_freshening_type_0 import HealthFresheningType0

        status: str = self.status

        version = self.version

        checks = self.checks.to_dict()

        freshening: dict[str, Any] | None
        if isinstance(self.freshening, HealthFresheningType0):
            freshening = self.freshening.to_dict()
        else:
            freshening = self.freshening

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "status": status,
                "version": version,
                "checks": checks,
                "freshening": freshening,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.health_checks import HealthChecks
        from ..models.health_freshening_type_0 import HealthFresheningType0

        d = dict(src_dict)
        status = check_health_status(d.pop("status"))

        version = d.pop("version")

        checks = HealthChecks.from_dict(d.pop("checks"))

        def _parse_freshening(data: object) -> HealthFresheningType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                freshening_type_0 = HealthFresheningType0.from_dict(data)

                return freshening_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HealthFresheningType0 | None, data)

        freshening = _parse_freshening(d.pop("freshening"))

        health = cls(
            status=status,
            version=version,
            checks=checks,
            freshening=freshening,
        )

        return health
