import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_resumes_sort import ListResumesSort
from ...models.list_resumes_status import ListResumesStatus
from ...models.problem import Problem
from ...models.resume_page import ResumePage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    source: str | Unset = UNSET,
    status: ListResumesStatus | Unset = UNSET,
    flag: str | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
    sort: ListResumesSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["q"] = q

    params["skill"] = skill

    params["source"] = source

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    params["flag"] = flag

    json_created_after: str | Unset = UNSET
    if not isinstance(created_after, Unset):
        json_created_after = created_after.isoformat()
    params["created_after"] = json_created_after

    json_job_id: str | Unset = UNSET
    if not isinstance(job_id, Unset):
        json_job_id = str(job_id)
    params["job_id"] = json_job_id

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/resumes",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ResumePage | None:
    if response.status_code == 200:
        response_200 = ResumePage.from_dict(response.json())

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
) -> Response[Problem | ResumePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    source: str | Unset = UNSET,
    status: ListResumesStatus | Unset = UNSET,
    flag: str | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
    sort: ListResumesSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[Problem | ResumePage]:
    """List resumes

     The company's resumes, newest first unless `sort` says otherwise; by name, those without one come
    last.

    Args:
        q (str | Unset): Part of the name, e-mail address or filename
        skill (str | Unset): That the resume mentions or meets
        source (str | Unset): As given with the upload
        status (ListResumesStatus | Unset):
        flag (str | Unset): One of the resume's `parse.flags` Example: hidden_text.
        created_after (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        job_id (UUID | Unset): Matched to this job
        sort (ListResumesSort | Unset): A minus descends Default: '-created_at'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ResumePage]
    """

    kwargs = _get_kwargs(
        q=q,
        skill=skill,
        source=source,
        status=status,
        flag=flag,
        created_after=created_after,
        job_id=job_id,
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
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    source: str | Unset = UNSET,
    status: ListResumesStatus | Unset = UNSET,
    flag: str | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
    sort: ListResumesSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Problem | ResumePage | None:
    """List resumes

     The company's resumes, newest first unless `sort` says otherwise; by name, those without one come
    last.

    Args:
        q (str | Unset): Part of the name, e-mail address or filename
        skill (str | Unset): That the resume mentions or meets
        source (str | Unset): As given with the upload
        status (ListResumesStatus | Unset):
        flag (str | Unset): One of the resume's `parse.flags` Example: hidden_text.
        created_after (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        job_id (UUID | Unset): Matched to this job
        sort (ListResumesSort | Unset): A minus descends Default: '-created_at'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ResumePage
    """

    return sync_detailed(
        client=client,
        q=q,
        skill=skill,
        source=source,
        status=status,
        flag=flag,
        created_after=created_after,
        job_id=job_id,
        sort=sort,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    source: str | Unset = UNSET,
    status: ListResumesStatus | Unset = UNSET,
    flag: str | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
    sort: ListResumesSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[Problem | ResumePage]:
    """List resumes

     The company's resumes, newest first unless `sort` says otherwise; by name, those without one come
    last.

    Args:
        q (str | Unset): Part of the name, e-mail address or filename
        skill (str | Unset): That the resume mentions or meets
        source (str | Unset): As given with the upload
        status (ListResumesStatus | Unset):
        flag (str | Unset): One of the resume's `parse.flags` Example: hidden_text.
        created_after (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        job_id (UUID | Unset): Matched to this job
        sort (ListResumesSort | Unset): A minus descends Default: '-created_at'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ResumePage]
    """

    kwargs = _get_kwargs(
        q=q,
        skill=skill,
        source=source,
        status=status,
        flag=flag,
        created_after=created_after,
        job_id=job_id,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    skill: str | Unset = UNSET,
    source: str | Unset = UNSET,
    status: ListResumesStatus | Unset = UNSET,
    flag: str | Unset = UNSET,
    created_after: datetime.datetime | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
    sort: ListResumesSort | Unset = "-created_at",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Problem | ResumePage | None:
    """List resumes

     The company's resumes, newest first unless `sort` says otherwise; by name, those without one come
    last.

    Args:
        q (str | Unset): Part of the name, e-mail address or filename
        skill (str | Unset): That the resume mentions or meets
        source (str | Unset): As given with the upload
        status (ListResumesStatus | Unset):
        flag (str | Unset): One of the resume's `parse.flags` Example: hidden_text.
        created_after (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        job_id (UUID | Unset): Matched to this job
        sort (ListResumesSort | Unset): A minus descends Default: '-created_at'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ResumePage
    """

    return (
        await asyncio_detailed(
            client=client,
            q=q,
            skill=skill,
            source=source,
            status=status,
            flag=flag,
            created_after=created_after,
            job_id=job_id,
            sort=sort,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
