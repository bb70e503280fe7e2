from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.operation import Operation
from ...models.problem import Problem
from ...models.resume_upload import ResumeUpload
from ...models.uploaded_resume import UploadedResume
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ResumeUpload,
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
        "url": "/api/v1/resumes/upload",
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Operation | Problem | UploadedResume | None:
    if response.status_code == 200:
        response_200 = UploadedResume.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = UploadedResume.from_dict(response.json())

        return response_201

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
) -> Response[Operation | Problem | UploadedResume]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ResumeUpload,
    prefer: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Operation | Problem | UploadedResume]:
    """Upload a resume

     Reads the file, extracts structure and skills, embeds it and, with `job_id`, matches it to the job.
    Work that takes longer than `Prefer: wait` allows, or `Prefer: respond-async`, is answered with 202
    and an operation to watch. The same bytes again are the same resume.

    Args:
        prefer (str | Unset): `respond-async` to not wait for the work, `wait=10` to wait at most
            as many seconds for it, up to 60 (RFC 7240) Example: wait=10.
        idempotency_key (str | Unset):
        body (ResumeUpload):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Operation | Problem | UploadedResume]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ResumeUpload,
    prefer: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Operation | Problem | UploadedResume | None:
    """Upload a resume

     Reads the file, extracts structure and skills, embeds it and, with `job_id`, matches it to the job.
    Work that takes longer than `Prefer: wait` allows, or `Prefer: respond-async`, is answered with 202
    and an operation to watch. The same bytes again are the same resume.

    Args:
        prefer (str | Unset): `respond-async` to not wait for the work, `wait=10` to wait at most
            as many seconds for it, up to 60 (RFC 7240) Example: wait=10.
        idempotency_key (str | Unset):
        body (ResumeUpload):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Operation | Problem | UploadedResume
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ResumeUpload,
    prefer: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Operation | Problem | UploadedResume]:
    """Upload a resume

     Reads the file, extracts structure and skills, embeds it and, with `job_id`, matches it to the job.
    Work that takes longer than `Prefer: wait` allows, or `Prefer: respond-async`, is answered with 202
    and an operation to watch. The same bytes again are the same resume.

    Args:
        prefer (str | Unset): `respond-async` to not wait for the work, `wait=10` to wait at most
            as many seconds for it, up to 60 (RFC 7240) Example: wait=10.
        idempotency_key (str | Unset):
        body (ResumeUpload):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Operation | Problem | UploadedResume]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ResumeUpload,
    prefer: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Operation | Problem | UploadedResume | None:
    """Upload a resume

     Reads the file, extracts structure and skills, embeds it and, with `job_id`, matches it to the job.
    Work that takes longer than `Prefer: wait` allows, or `Prefer: respond-async`, is answered with 202
    and an operation to watch. The same bytes again are the same resume.

    Args:
        prefer (str | Unset): `respond-async` to not wait for the work, `wait=10` to wait at most
            as many seconds for it, up to 60 (RFC 7240) Example: wait=10.
        idempotency_key (str | Unset):
        body (ResumeUpload):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Operation | Problem | UploadedResume
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
            idempotency_key=idempotency_key,
        )
    ).parsed
