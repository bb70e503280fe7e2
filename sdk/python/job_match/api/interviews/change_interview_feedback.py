from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.interview_feedback import InterviewFeedback
from ...models.interview_feedback_change import InterviewFeedbackChange
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    interview_id: UUID,
    author_id: UUID,
    *,
    body: InterviewFeedbackChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/interviews/{interview_id}/feedback/{author_id}".format(
            interview_id=quote(str(interview_id), safe=""),
            author_id=quote(str(author_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InterviewFeedback | Problem | None:
    if response.status_code == 200:
        response_200 = InterviewFeedback.from_dict(response.json())

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
) -> Response[InterviewFeedback | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    interview_id: UUID,
    author_id: UUID,
    *,
    client: AuthenticatedClient,
    body: InterviewFeedbackChange,
    if_match: str | Unset = UNSET,
) -> Response[InterviewFeedback | Problem]:
    """Correct one's feedback on an interview

     Only its author may. Members that are absent stay; `ratings` replaces all of them.

    Args:
        interview_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        author_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        if_match (str | Unset):
        body (InterviewFeedbackChange):  Example: {'recommendation': 'strong_yes'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InterviewFeedback | Problem]
    """

    kwargs = _get_kwargs(
        interview_id=interview_id,
        author_id=author_id,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    interview_id: UUID,
    author_id: UUID,
    *,
    client: AuthenticatedClient,
    body: InterviewFeedbackChange,
    if_match: str | Unset = UNSET,
) -> InterviewFeedback | Problem | None:
    """Correct one's feedback on an interview

     Only its author may. Members that are absent stay; `ratings` replaces all of them.

    Args:
        interview_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        author_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        if_match (str | Unset):
        body (InterviewFeedbackChange):  Example: {'recommendation': 'strong_yes'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InterviewFeedback | Problem
    """

    return sync_detailed(
        interview_id=interview_id,
        author_id=author_id,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    interview_id: UUID,
    author_id: UUID,
    *,
    client: AuthenticatedClient,
    body: InterviewFeedbackChange,
    if_match: str | Unset = UNSET,
) -> Response[InterviewFeedback | Problem]:
    """Correct one's feedback on an interview

     Only its author may. Members that are absent stay; `ratings` replaces all of them.

    Args:
        interview_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        author_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        if_match (str | Unset):
        body (InterviewFeedbackChange):  Example: {'recommendation': 'strong_yes'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InterviewFeedback | Problem]
    """

    kwargs = _get_kwargs(
        interview_id=interview_id,
        author_id=author_id,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    interview_id: UUID,
    author_id: UUID,
    *,
    client: AuthenticatedClient,
    body: InterviewFeedbackChange,
    if_match: str | Unset = UNSET,
) -> InterviewFeedback | Problem | None:
    """Correct one's feedback on an interview

     Only its author may. Members that are absent stay; `ratings` replaces all of them.

    Args:
        interview_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        author_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        if_match (str | Unset):
        body (InterviewFeedbackChange):  Example: {'recommendation': 'strong_yes'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InterviewFeedback | Problem
    """

    return (
        await asyncio_detailed(
            interview_id=interview_id,
            author_id=author_id,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
