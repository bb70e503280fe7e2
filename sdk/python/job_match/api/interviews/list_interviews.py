import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.interview_page import InterviewPage
from ...models.list_interviews_status import (
    ListInterviewsStatus,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    job_id: UUID | Unset = UNSET,
    resume_id: UUID | Unset = UNSET,
    interviewer_id: UUID | Unset = UNSET,
    status: ListInterviewsStatus | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_job_id: str | Unset = UNSET
    if not isinstance(job_id, Unset):
        json_job_id = str(job_id)
    params["job_id"] = json_job_id

    json_resume_id: str | Unset = UNSET
    if not isinstance(resume_id, Unset):
        json_resume_id = str(resume_id)
    params["resume_id"] = json_resume_id

    json_interviewer_id: str | Unset = UNSET
    if not isinstance(interviewer_id, Unset):
        json_interviewer_id = str(interviewer_id)
    params["interviewer_id"] = json_interviewer_id

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to: str | Unset = UNSET
    if not isinstance(to, Unset):
        json_to = to.isoformat()
    params["to"] = json_to

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/interviews",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InterviewPage | Problem | None:
    if response.status_code == 200:
        response_200 = InterviewPage.from_dict(response.json())

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
) -> Response[InterviewPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    job_id: UUID | Unset = UNSET,
    resume_id: UUID | Unset = UNSET,
    interviewer_id: UUID | Unset = UNSET,
    status: ListInterviewsStatus | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[InterviewPage | Problem]:
    """List interviews

     The company's interviews by their start, earliest first; `from` is inclusive, `to` is not.

    Args:
        job_id (UUID | Unset):
        resume_id (UUID | Unset):
        interviewer_id (UUID | Unset):
        status (ListInterviewsStatus | Unset):
        from_ (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        to (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InterviewPage | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        resume_id=resume_id,
        interviewer_id=interviewer_id,
        status=status,
        from_=from_,
        to=to,
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
    job_id: UUID | Unset = UNSET,
    resume_id: UUID | Unset = UNSET,
    interviewer_id: UUID | Unset = UNSET,
    status: ListInterviewsStatus | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> InterviewPage | Problem | None:
    """List interviews

     The company's interviews by their start, earliest first; `from` is inclusive, `to` is not.

    Args:
        job_id (UUID | Unset):
        resume_id (UUID | Unset):
        interviewer_id (UUID | Unset):
        status (ListInterviewsStatus | Unset):
        from_ (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        to (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InterviewPage | Problem
    """

    return sync_detailed(
        client=client,
        job_id=job_id,
        resume_id=resume_id,
        interviewer_id=interviewer_id,
        status=status,
        from_=from_,
        to=to,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    job_id: UUID | Unset = UNSET,
    resume_id: UUID | Unset = UNSET,
    interviewer_id: UUID | Unset = UNSET,
    status: ListInterviewsStatus | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[InterviewPage | Problem]:
    """List interviews

     The company's interviews by their start, earliest first; `from` is inclusive, `to` is not.

    Args:
        job_id (UUID | Unset):
        resume_id (UUID | Unset):
        interviewer_id (UUID | Unset):
        status (ListInterviewsStatus | Unset):
        from_ (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        to (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InterviewPage | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        resume_id=resume_id,
        interviewer_id=interviewer_id,
        status=status,
        from_=from_,
        to=to,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    job_id: UUID | Unset = UNSET,
    resume_id: UUID | Unset = UNSET,
    interviewer_id: UUID | Unset = UNSET,
    status: ListInterviewsStatus | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> InterviewPage | Problem | None:
    """List interviews

     The company's interviews by their start, earliest first; `from` is inclusive, `to` is not.

    Args:
        job_id (UUID | Unset):
        resume_id (UUID | Unset):
        interviewer_id (UUID | Unset):
        status (ListInterviewsStatus | Unset):
        from_ (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        to (datetime.datetime | Unset):  Example: 2030-05-17T09:30:00Z.
        limit (int | Unset): Rows on a page Default: 20.
        cursor (str | Unset): `next_cursor` of the page before, with the same filters

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InterviewPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            job_id=job_id,
            resume_id=resume_id,
            interviewer_id=interviewer_id,
            status=status,
            from_=from_,
            to=to,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
