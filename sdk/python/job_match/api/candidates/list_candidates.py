from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.candidate_page import CandidatePage
from ...models.list_candidates_sort import (
    ListCandidatesSort,
)
from ...models.list_candidates_status import (
    ListCandidatesStatus,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    job_id: UUID,
    *,
    status: ListCandidatesStatus | Unset = UNSET,
    min_score: float | Unset = UNSET,
    max_score: float | Unset = UNSET,
    skill: str | Unset = UNSET,
    q: str | Unset = UNSET,
    sort: ListCandidatesSort | Unset = "-match_score",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    params["min_score"] = min_score

    params["max_score"] = max_score

    params["skill"] = skill

    params["q"] = q

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/jobs/{job_id}/candidates".format(
            job_id=quote(str(job_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CandidatePage | Problem | None:
    if response.status_code == 200:
        response_200 = CandidatePage.from_dict(response.json())

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
) -> Response[CandidatePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    status: ListCandidatesStatus | Unset = UNSET,
    min_score: float | Unset = UNSET,
    max_score: float | Unset = UNSET,
    skill: str | Unset = UNSET,
    q: str | Unset = UNSET,
    sort: ListCandidatesSort | Unset = "-match_score",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[CandidatePage | Problem]:
    """Rank a job's candidates

     Everybody matched to the job, best first unless `sort` says otherwise, with the reasons for each
    score. Ranks are among all of the job's candidates, whatever the filter. With `Accept: text/csv` the
    whole filtered list as a table, whatever `limit` and `cursor`.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        status (ListCandidatesStatus | Unset):
        min_score (float | Unset):
        max_score (float | Unset):
        skill (str | Unset): That the resume meets or mentions
        q (str | Unset): Words of the resume, or a part of name or e-mail address
        sort (ListCandidatesSort | Unset): A minus descends Default: '-match_score'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CandidatePage | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        status=status,
        min_score=min_score,
        max_score=max_score,
        skill=skill,
        q=q,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    status: ListCandidatesStatus | Unset = UNSET,
    min_score: float | Unset = UNSET,
    max_score: float | Unset = UNSET,
    skill: str | Unset = UNSET,
    q: str | Unset = UNSET,
    sort: ListCandidatesSort | Unset = "-match_score",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> CandidatePage | Problem | None:
    """Rank a job's candidates

     Everybody matched to the job, best first unless `sort` says otherwise, with the reasons for each
    score. Ranks are among all of the job's candidates, whatever the filter. With `Accept: text/csv` the
    whole filtered list as a table, whatever `limit` and `cursor`.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        status (ListCandidatesStatus | Unset):
        min_score (float | Unset):
        max_score (float | Unset):
        skill (str | Unset): That the resume meets or mentions
        q (str | Unset): Words of the resume, or a part of name or e-mail address
        sort (ListCandidatesSort | Unset): A minus descends Default: '-match_score'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CandidatePage | Problem
    """

    return sync_detailed(
        job_id=job_id,
        client=client,
        status=status,
        min_score=min_score,
        max_score=max_score,
        skill=skill,
        q=q,
        sort=sort,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    status: ListCandidatesStatus | Unset = UNSET,
    min_score: float | Unset = UNSET,
    max_score: float | Unset = UNSET,
    skill: str | Unset = UNSET,
    q: str | Unset = UNSET,
    sort: ListCandidatesSort | Unset = "-match_score",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[CandidatePage | Problem]:
    """Rank a job's candidates

     Everybody matched to the job, best first unless `sort` says otherwise, with the reasons for each
    score. Ranks are among all of the job's candidates, whatever the filter. With `Accept: text/csv` the
    whole filtered list as a table, whatever `limit` and `cursor`.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        status (ListCandidatesStatus | Unset):
        min_score (float | Unset):
        max_score (float | Unset):
        skill (str | Unset): That the resume meets or mentions
        q (str | Unset): Words of the resume, or a part of name or e-mail address
        sort (ListCandidatesSort | Unset): A minus descends Default: '-match_score'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CandidatePage | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        status=status,
        min_score=min_score,
        max_score=max_score,
        skill=skill,
        q=q,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    status: ListCandidatesStatus | Unset = UNSET,
    min_score: float | Unset = UNSET,
    max_score: float | Unset = UNSET,
    skill: str | Unset = UNSET,
    q: str | Unset = UNSET,
    sort: ListCandidatesSort | Unset = "-match_score",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> CandidatePage | Problem | None:
    """Rank a job's candidates

     Everybody matched to the job, best first unless `sort` says otherwise, with the reasons for each
    score. Ranks are among all of the job's candidates, whatever the filter. With `Accept: text/csv` the
    whole filtered list as a table, whatever `limit` and `cursor`.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        status (ListCandidatesStatus | Unset):
        min_score (float | Unset):
        max_score (float | Unset):
        skill (str | Unset): That the resume meets or mentions
        q (str | Unset): Words of the resume, or a part of name or e-mail address
        sort (ListCandidatesSort | Unset): A minus descends Default: '-match_score'.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CandidatePage | Problem
    """

    return (
        await asyncio_detailed(
            job_id=job_id,
            client=client,
            status=status,
            min_score=min_score,
            max_score=max_score,
            skill=skill,
            q=q,
            sort=sort,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
