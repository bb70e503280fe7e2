from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.match_request import MatchRequest
from ...models.match_result import MatchResult
from ...models.operation import Operation
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    job_id: UUID,
    *,
    body: MatchRequest,
    prefer: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["prefer"] = prefer

    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jobs/{job_id}/match".format(
            job_id=quote(str(job_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MatchResult | Operation | Problem | None:
    if response.status_code == 200:
        response_200 = MatchResult.from_dict(response.json())

        return response_200

    if response.status_code == 202:
        response_202 = Operation.from_dict(response.json())

        return response_202

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
) -> Response[MatchResult | Operation | Problem]:
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
    body: MatchRequest,
    prefer: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[MatchResult | Operation | Problem]:
    """Match a job to resumes

     Scores the company's resumes against the job. Known candidates keep their status. With more than 200
    resumes and no `Prefer: wait`, or with `Prefer: respond-async`, the answer is 202 and an operation
    to watch; the list of candidates then has the result.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        prefer (str | Unset): `respond-async` to not wait for the work, `wait=10` to wait at most
            as many seconds for it, up to 60 (RFC 7240) Example: wait=10.
        idempotency_key (str | Unset):
        body (MatchRequest):  Example: {'max_results': 10, 'min_score': 60}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MatchResult | Operation | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        body=body,
        prefer=prefer,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MatchRequest,
    prefer: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> MatchResult | Operation | Problem | None:
    """Match a job to resumes

     Scores the company's resumes against the job. Known candidates keep their status. With more than 200
    resumes and no `Prefer: wait`, or with `Prefer: respond-async`, the answer is 202 and an operation
    to watch; the list of candidates then has the result.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        prefer (str | Unset): `respond-async` to not wait for the work, `wait=10` to wait at most
            as many seconds for it, up to 60 (RFC 7240) Example: wait=10.
        idempotency_key (str | Unset):
        body (MatchRequest):  Example: {'max_results': 10, 'min_score': 60}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MatchResult | Operation | Problem
    """

    return sync_detailed(
        job_id=job_id,
        client=client,
        body=body,
        prefer=prefer,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MatchRequest,
    prefer: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[MatchResult | Operation | Problem]:
    """Match a job to resumes

     Scores the company's resumes against the job. Known candidates keep their status. With more than 200
    resumes and no `Prefer: wait`, or with `Prefer: respond-async`, the answer is 202 and an operation
    to watch; the list of candidates then has the result.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        prefer (str | Unset): `respond-async` to not wait for the work, `wait=10` to wait at most
            as many seconds for it, up to 60 (RFC 7240) Example: wait=10.
        idempotency_key (str | Unset):
        body (MatchRequest):  Example: {'max_results': 10, 'min_score': 60}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MatchResult | Operation | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        body=body,
        prefer=prefer,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MatchRequest,
    prefer: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> MatchResult | Operation | Problem | None:
    """Match a job to resumes

     Scores the company's resumes against the job. Known candidates keep their status. With more than 200
    resumes and no `Prefer: wait`, or with `Prefer: respond-async`, the answer is 202 and an operation
    to watch; the list of candidates then has the result.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        prefer (str | Unset): `respond-async` to not wait for the work, `wait=10` to wait at most
            as many seconds for it, up to 60 (RFC 7240) Example: wait=10.
        idempotency_key (str | Unset):
        body (MatchRequest):  Example: {'max_results': 10, 'min_score': 60}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MatchResult | Operation | Problem
    """

    return (
        await asyncio_detailed(
            job_id=job_id,
            client=client,
            body=body,
            prefer=prefer,
            idempotency_key=idempotency_key,
        )
    ).parsed
