from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.candidate_note_page import CandidateNotePage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    job_id: UUID,
    resume_id: UUID,
    *,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/jobs/{job_id}/candidates/{resume_id}/notes".format(
            job_id=quote(str(job_id), safe=""),
            resume_id=quote(str(resume_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CandidateNotePage | Problem | None:
    if response.status_code == 200:
        response_200 = CandidateNotePage.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[CandidateNotePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    job_id: UUID,
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[CandidateNotePage | Problem]:
    """List the notes about a candidate

     What colleagues wrote, oldest first.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CandidateNotePage | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        resume_id=resume_id,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    job_id: UUID,
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> CandidateNotePage | Problem | None:
    """List the notes about a candidate

     What colleagues wrote, oldest first.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CandidateNotePage | Problem
    """

    return sync_detailed(
        job_id=job_id,
        resume_id=resume_id,
        client=client,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    job_id: UUID,
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[CandidateNotePage | Problem]:
    """List the notes about a candidate

     What colleagues wrote, oldest first.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CandidateNotePage | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        resume_id=resume_id,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    job_id: UUID,
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> CandidateNotePage | Problem | None:
    """List the notes about a candidate

     What colleagues wrote, oldest first.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CandidateNotePage | Problem
    """

    return (
        await asyncio_detailed(
            job_id=job_id,
            resume_id=resume_id,
            client=client,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
