from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.health_checks_cache import HealthChecksCache, check_health_checks_cache
from ..models.health_checks_database import (
    HealthChecksDatabase,
    check_health_checks_database,
)
from ..models.health_checks_documents import (
    HealthChecksDocuments,
    check_health_checks_documents,
)
from ..models.health_checks_embedder import (
    HealthChecksEmbedder,
    check_health_checks_embedder,
)
from ..models.health_checks_queue import HealthChecksQueue, check_health_checks_queue

T = TypeVar("T", bound="HealthChecks")


@_attrs_define
class HealthChecks:
    database: HealthChecksDatabase
    cache: HealthChecksCache
    embedder: HealthChecksEmbedder
    documents: HealthChecksDocuments
    queue: HealthChecksQueue

    def to_dict(self) -> dict[str, Any]:
        database: str = self.database

        cache: str = self.cache

        embedder: str = self.embedder

        documents: str = self.documents

        queue: str = self.queue

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "database": database,
                "cache": cache,
                "embedder": embedder,
                "documents": documents,
                "queue": queue,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        database = check_health_checks_database(d.pop("database"))

        cache = check_health_checks_cache(d.pop("cache"))

        embedder = check_health_checks_embedder(d.pop("embedder"))

        documents = check_health_checks_documents(d.pop("documents"))

        queue = check_health_checks_queue(d.pop("queue"))

        health_checks = cls(
            database=database,
            cache=cache,
            embedder=embedder,
            documents=documents,
            queue=queue,
        )

        return health_checks
