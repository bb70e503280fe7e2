from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.analytics_funnel import AnalyticsFunnel
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    from_: Any | Unset = UNSET,
    to: Any | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_from_: Any | Unset
    if isinstance(from_, Unset):
        json_from_ = UNSET
    else:
        json_from_ = from_
    params["from"] = json_from_

    json_to: Any | Unset
    if isinstance(to, Unset):
        json_to = UNSET
    else:
        json_to = to
    params["to"] = json_to

    json_job_id: str | Unset = UNSET
    if not isinstance(job_id, Unset):
        json_job_id = str(job_id)
    params["job_id"] = json_job_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/funnel",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AnalyticsFunnel | Problem | None:
    if response.status_code == 200:
        response_200 = AnalyticsFunnel.from_dict(response.json())

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
) -> Response[AnalyticsFunnel | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    from_: Any | Unset = UNSET,
    to: Any | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
) -> Response[AnalyticsFunnel | Problem]:
    """How far candidates came

     The candidates matched in the period: who ever reached a status by their history, also after the
    period, and who has it now.

    Args:
        from_ (Any | Unset): First moment of the report; a date is its first moment in the
            company's time zone. Without it 30 days before `to` Example: 2026-01-01.
        to (Any | Unset): End of the report, which is after `from` and is no part of it. Without
            it the end of today Example: 2026-02-01.
        job_id (UUID | Unset): Only this job; else all of the company

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AnalyticsFunnel | Problem]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        job_id=job_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    from_: Any | Unset = UNSET,
    to: Any | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
) -> AnalyticsFunnel | Problem | None:
    """How far candidates came

     The candidates matched in the period: who ever reached a status by their history, also after the
    period, and who has it now.

    Args:
        from_ (Any | Unset): First moment of the report; a date is its first moment in the
            company's time zone. Without it 30 days before `to` Example: 2026-01-01.
        to (Any | Unset): End of the report, which is after `from` and is no part of it. Without
            it the end of today Example: 2026-02-01.
        job_id (UUID | Unset): Only this job; else all of the company

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AnalyticsFunnel | Problem
    """

    return sync_detailed(
        client=client,
        from_=from_,
        to=to,
        job_id=job_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    from_: Any | Unset = UNSET,
    to: Any | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
) -> Response[AnalyticsFunnel | Problem]:
    """How far candidates came

     The candidates matched in the period: who ever reached a status by their history, also after the
    period, and who has it now.

    Args:
        from_ (Any | Unset): First moment of the report; a date is its first moment in the
            company's time zone. Without it 30 days before `to` Example: 2026-01-01.
        to (Any | Unset): End of the report, which is after `from` and is no part of it. Without
            it the end of today Example: 2026-02-01.
        job_id (UUID | Unset): Only this job; else all of the company

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AnalyticsFunnel | Problem]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        job_id=job_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    from_: Any | Unset = UNSET,
    to: Any | Unset = UNSET,
    job_id: UUID | Unset = UNSET,
) -> AnalyticsFunnel | Problem | None:
    """How far candidates came

     The candidates matched in the period: who ever reached a status by their history, also after the
    period, and who has it now.

    Args:
        from_ (Any | Unset): First moment of the report; a date is its first moment in the
            company's time zone. Without it 30 days before `to` Example: 2026-01-01.
        to (Any | Unset): End of the report, which is after `from` and is no part of it. Without
            it the end of today Example: 2026-02-01.
        job_id (UUID | Unset): Only this job; else all of the company

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AnalyticsFunnel | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            from_=from_,
            to=to,
            job_id=job_id,
        )
    ).parsed
