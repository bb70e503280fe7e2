from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.resume_match_request import ResumeMatchRequest
from ...models.resume_match_result import ResumeMatchResult
from ...types import UNSET, Response, Unset


def _get_kwargs(
    resume_id: UUID,
    *,
    body: ResumeMatchRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/resumes/{resume_id}/match".format(
            resume_id=quote(str(resume_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ResumeMatchResult | None:
    if response.status_code == 200:
        response_200 = ResumeMatchResult.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

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
) -> Response[Problem | ResumeMatchResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ResumeMatchRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | ResumeMatchResult]:
    """Match a resume to jobs

     Scores the resume against the company's open jobs, or those given, and ranks them. The resume
    becomes a candidate of each; where it is one already it keeps its status.

    Args:
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        idempotency_key (str | Unset):
        body (ResumeMatchRequest):  Example: {'max_results': 10, 'min_score': 60}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ResumeMatchResult]
    """

    kwargs = _get_kwargs(
        resume_id=resume_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ResumeMatchRequest,
    idempotency_key: str | Unset = UNSET,
) -> Problem | ResumeMatchResult | None:
    """Match a resume to jobs

     Scores the resume against the company's open jobs, or those given, and ranks them. The resume
    becomes a candidate of each; where it is one already it keeps its status.

    Args:
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        idempotency_key (str | Unset):
        body (ResumeMatchRequest):  Example: {'max_results': 10, 'min_score': 60}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ResumeMatchResult
    """

    return sync_detailed(
        resume_id=resume_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ResumeMatchRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | ResumeMatchResult]:
    """Match a resume to jobs

     Scores the resume against the company's open jobs, or those given, and ranks them. The resume
    becomes a candidate of each; where it is one already it keeps its status.

    Args:
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        idempotency_key (str | Unset):
        body (ResumeMatchRequest):  Example: {'max_results': 10, 'min_score': 60}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ResumeMatchResult]
    """

    kwargs = _get_kwargs(
        resume_id=resume_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ResumeMatchRequest,
    idempotency_key: str | Unset = UNSET,
) -> Problem | ResumeMatchResult | None:
    """Match a resume to jobs

     Scores the resume against the company's open jobs, or those given, and ranks them. The resume
    becomes a candidate of each; where it is one already it keeps its status.

    Args:
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        idempotency_key (str | Unset):
        body (ResumeMatchRequest):  Example: {'max_results': 10, 'min_score': 60}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ResumeMatchResult
    """

    return (
        await asyncio_detailed(
            resume_id=resume_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
