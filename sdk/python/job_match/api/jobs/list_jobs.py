import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.job_page import JobPage
from ...models.list_jobs_employment_type import (
    ListJobsEmploymentType,
)
from ...models.list_jobs_sort import ListJobsSort
from ...models.list_jobs_status import ListJobsStatus
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    status: ListJobsStatus | Unset = UNSET,
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    location: str | Unset = UNSET,
    employment_type: ListJobsEmploymentType | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    sort: ListJobsSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    params["q"] = q

    params["skill"] = skill

    params["location"] = location

    json_employment_type: str | Unset = UNSET
    if not isinstance(employment_type, Unset):
        json_employment_type = employment_type

    params["employment_type"] = json_employment_type

    json_created_after: str | Unset = UNSET
    if not isinstance(created_after, Unset):
        json_created_after = created_after.isoformat()
    params["created_after"] = json_created_after

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/jobs",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> JobPage | Problem | None:
    if response.status_code == 200:
        response_200 = JobPage.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[JobPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    status: ListJobsStatus | Unset = UNSET,
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    location: str | Unset = UNSET,
    employment_type: ListJobsEmploymentType | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    sort: ListJobsSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[JobPage | Problem]:
    """List jobs

     The company's jobs, newest first unless `sort` says otherwise.

    Args:
        status (ListJobsStatus | Unset):
        q (str | Unset): In title, company, description, requirements or location
        skill (str | Unset): Required or preferred, in any of its spellings
        location (str | Unset): Part of the location
        employment_type (ListJobsEmploymentType | Unset):
        created_after (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        sort (ListJobsSort | Unset): A minus descends Default: '-created_at'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[JobPage | Problem]
    """

    kwargs = _get_kwargs(
        status=status,
        q=q,
        skill=skill,
        location=location,
        employment_type=employment_type,
        created_after=created_after,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    status: ListJobsStatus | Unset = UNSET,
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    location: str | Unset = UNSET,
    employment_type: ListJobsEmploymentType | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    sort: ListJobsSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> JobPage | Problem | None:
    """List jobs

     The company's jobs, newest first unless `sort` says otherwise.

    Args:
        status (ListJobsStatus | Unset):
        q (str | Unset): In title, company, description, requirements or location
        skill (str | Unset): Required or preferred, in any of its spellings
        location (str | Unset): Part of the location
        employment_type (ListJobsEmploymentType | Unset):
        created_after (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        sort (ListJobsSort | Unset): A minus descends Default: '-created_at'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        JobPage | Problem
    """

    return sync_detailed(
        client=client,
        status=status,
        q=q,
        skill=skill,
        location=location,
        employment_type=employment_type,
        created_after=created_after,
        sort=sort,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    status: ListJobsStatus | Unset = UNSET,
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    location: str | Unset = UNSET,
    employment_type: ListJobsEmploymentType | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    sort: ListJobsSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[JobPage | Problem]:
    """List jobs

     The company's jobs, newest first unless `sort` says otherwise.

    Args:
        status (ListJobsStatus | Unset):
        q (str | Unset): In title, company, description, requirements or location
        skill (str | Unset): Required or preferred, in any of its spellings
        location (str | Unset): Part of the location
        employment_type (ListJobsEmploymentType | Unset):
        created_after (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        sort (ListJobsSort | Unset): A minus descends Default: '-created_at'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[JobPage | Problem]
    """

    kwargs = _get_kwargs(
        status=status,
        q=q,
        skill=skill,
        location=location,
        employment_type=employment_type,
        created_after=created_after,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    status: ListJobsStatus | Unset = UNSET,
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    location: str | Unset = UNSET,
    employment_type: ListJobsEmploymentType | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    sort: ListJobsSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> JobPage | Problem | None:
    """List jobs

     The company's jobs, newest first unless `sort` says otherwise.

    Args:
        status (ListJobsStatus | Unset):
        q (str | Unset): In title, company, description, requirements or location
        skill (str | Unset): Required or preferred, in any of its spellings
        location (str | Unset): Part of the location
        employment_type (ListJobsEmploymentType | Unset):
        created_after (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        sort (ListJobsSort | Unset): A minus descends Default: '-created_at'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        JobPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            status=status,
            q=q,
            skill=skill,
            location=location,
            employment_type=employment_type,
            created_after=created_after,
            sort=sort,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
