from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.match_score import MatchScore
from ...models.problem import Problem
from ...models.score_request import ScoreRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ScoreRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/matching/score",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MatchScore | Problem | None:
    if response.status_code == 200:
        response_200 = MatchScore.from_dict(response.json())

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
) -> Response[MatchScore | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ScoreRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[MatchScore | Problem]:
    """Score a text against a job

     The score, its evidence and its explanation, as an upload of the text as a file would get them.
    Nothing is stored. Offsets are UTF-16 code units of the text as read: its lines joined by line
    feeds.

    Args:
        idempotency_key (str | Unset):
        body (ScoreRequest):  Example: {'job': {'title': 'Backend engineer', 'description': 'You
            build the services that plan our deliveries, and keep them running.', 'skills_required':
            ['TypeScript', 'PostgreSQL']}, 'resume': {'text': 'Backend engineer\\n\\nExperience\\n2019
            – 2024 Built order services in TypeScript on Postgres.'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MatchScore | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ScoreRequest,
    idempotency_key: str | Unset = UNSET,
) -> MatchScore | Problem | None:
    """Score a text against a job

     The score, its evidence and its explanation, as an upload of the text as a file would get them.
    Nothing is stored. Offsets are UTF-16 code units of the text as read: its lines joined by line
    feeds.

    Args:
        idempotency_key (str | Unset):
        body (ScoreRequest):  Example: {'job': {'title': 'Backend engineer', 'description': 'You
            build the services that plan our deliveries, and keep them running.', 'skills_required':
            ['TypeScript', 'PostgreSQL']}, 'resume': {'text': 'Backend engineer\\n\\nExperience\\n2019
            – 2024 Built order services in TypeScript on Postgres.'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MatchScore | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ScoreRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[MatchScore | Problem]:
    """Score a text against a job

     The score, its evidence and its explanation, as an upload of the text as a file would get them.
    Nothing is stored. Offsets are UTF-16 code units of the text as read: its lines joined by line
    feeds.

    Args:
        idempotency_key (str | Unset):
        body (ScoreRequest):  Example: {'job': {'title': 'Backend engineer', 'description': 'You
            build the services that plan our deliveries, and keep them running.', 'skills_required':
            ['TypeScript', 'PostgreSQL']}, 'resume': {'text': 'Backend engineer\\n\\nExperience\\n2019
            – 2024 Built order services in TypeScript on Postgres.'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MatchScore | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ScoreRequest,
    idempotency_key: str | Unset = UNSET,
) -> MatchScore | Problem | None:
    """Score a text against a job

     The score, its evidence and its explanation, as an upload of the text as a file would get them.
    Nothing is stored. Offsets are UTF-16 code units of the text as read: its lines joined by line
    feeds.

    Args:
        idempotency_key (str | Unset):
        body (ScoreRequest):  Example: {'job': {'title': 'Backend engineer', 'description': 'You
            build the services that plan our deliveries, and keep them running.', 'skills_required':
            ['TypeScript', 'PostgreSQL']}, 'resume': {'text': 'Backend engineer\\n\\nExperience\\n2019
            – 2024 Built order services in TypeScript on Postgres.'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MatchScore | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
