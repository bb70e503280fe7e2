from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.bulk_status_change import BulkStatusChange
from ...models.bulk_status_changed import BulkStatusChanged
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    job_id: UUID,
    *,
    body: BulkStatusChange,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/jobs/{job_id}/candidates".format(
            job_id=quote(str(job_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BulkStatusChanged | Problem | None:
    if response.status_code == 200:
        response_200 = BulkStatusChanged.from_dict(response.json())

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
) -> Response[BulkStatusChanged | Problem]:
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
    body: BulkStatusChange,
) -> Response[BulkStatusChanged | Problem]:
    """Move many candidates to another status

     Up to 500 at once, in one transaction, each as if moved alone. Ids that are no candidates of the job
    are told and skipped.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        body (BulkStatusChange):  Example: {'resume_ids':
            ['01912d68-783e-7a03-8467-5661c1243ad4'], 'status': 'rejected', 'reason': 'Position
            filled'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkStatusChanged | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    body: BulkStatusChange,
) -> BulkStatusChanged | Problem | None:
    """Move many candidates to another status

     Up to 500 at once, in one transaction, each as if moved alone. Ids that are no candidates of the job
    are told and skipped.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        body (BulkStatusChange):  Example: {'resume_ids':
            ['01912d68-783e-7a03-8467-5661c1243ad4'], 'status': 'rejected', 'reason': 'Position
            filled'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkStatusChanged | Problem
    """

    return sync_detailed(
        job_id=job_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    body: BulkStatusChange,
) -> Response[BulkStatusChanged | Problem]:
    """Move many candidates to another status

     Up to 500 at once, in one transaction, each as if moved alone. Ids that are no candidates of the job
    are told and skipped.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        body (BulkStatusChange):  Example: {'resume_ids':
            ['01912d68-783e-7a03-8467-5661c1243ad4'], 'status': 'rejected', 'reason': 'Position
            filled'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkStatusChanged | Problem]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    job_id: UUID,
    *,
    client: AuthenticatedClient,
    body: BulkStatusChange,
) -> BulkStatusChanged | Problem | None:
    """Move many candidates to another status

     Up to 500 at once, in one transaction, each as if moved alone. Ids that are no candidates of the job
    are told and skipped.

    Args:
        job_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        body (BulkStatusChange):  Example: {'resume_ids':
            ['01912d68-783e-7a03-8467-5661c1243ad4'], 'status': 'rejected', 'reason': 'Position
            filled'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkStatusChanged | Problem
    """

    return (
        await asyncio_detailed(
            job_id=job_id,
            client=client,
            body=body,
        )
    ).parsed
