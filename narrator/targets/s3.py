"""A bucket of S3 or of a store that speaks its language; needs boto3, the extra `s3`.

Credentials, region and endpoint are found the way all tools for AWS find them: environment, ~/.aws, role of
the machine; another store than Amazon's is named by AWS_ENDPOINT_URL_S3.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice
from typing import Any

import boto3
import stamina
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectionError,
    HTTPClientError,
    NoCredentialsError,
)

from narrator.disk import bytes_of
from narrator.errors import NarratorError, PublishError
from narrator.feed.serving import serving_of
from narrator.targets.base import File

_AT_ONCE, _BATCH = 8, 1000
"""Files that are on their way, and that wait for it: all of a large podcast's would fill memory."""
_CONNECT_S, _ANSWER_S = 10, 60
_ATTEMPTS, _PATIENCE_S = 6, 120.0
"""Of one request, with growing pauses between its attempts."""

_CONFIG = Config(
    connect_timeout=_CONNECT_S,
    read_timeout=_ANSWER_S,
    max_pool_connections=_AT_ONCE,
    retries={"total_max_attempts": 1},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
"""Retries are made here, in one place; newer checksums are left out, since many stores refuse them."""

_TOO_LATE = {"PreconditionFailed", "ConditionalRequestConflict", "412"}
_UNKNOWN = {"NotImplemented", "501"}
"""A store that has no conditional writes; there one looks just before."""
_ABSENT = {"NoSuchKey", "404"}


class S3Target:
    """Objects below a prefix; a stamp is the ETag."""

    def __init__(self, bucket: str, prefix: str) -> None:
        self._bucket, self._prefix = bucket, f"{prefix.strip('/')}/".lstrip("/")
        try:
            self._client = boto3.client("s3", config=_CONFIG)
        except (BotoCoreError, ValueError) as error:
            raise _refusal(f"s3://{bucket}", error) from error

    def stamps(self) -> Mapping[str, str]:
        stamps: dict[str, str] = {}
        onward: dict[str, str] = {}
        while True:
            page = self._call("list_objects_v2", "", Prefix=self._prefix, **onward)
            for entry in page.get("Contents", ()):
                stamps[entry["Key"].removeprefix(self._prefix)] = entry["ETag"]
            if not page.get("IsTruncated"):
                return stamps
            onward = {"ContinuationToken": page["NextContinuationToken"]}

    def read(self, name: str) -> bytes | None:
        try:
            return bytes(self._call("get_object", name, Key=self._prefix + name)["Body"].read())
        except _RefusedError as error:
            if error.code in _ABSENT:
                return None
            raise
        except (BotoCoreError, OSError) as error:
            raise _refusal(self._address(name), error) from error

    def put(self, files: Iterable[File]) -> Iterator[tuple[File, str]]:
        """Several at once; after a failure what is under way is finished, and nothing more begun."""
        waiting = iter(files)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            try:
                while batch := list(islice(waiting, _BATCH)):
                    yield from self._put_batch(pool, batch)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _put_batch(self, pool: ThreadPoolExecutor, files: Iterable[File]) -> Iterator[tuple[File, str]]:
        failed: list[NarratorError] = []
        pending = {pool.submit(self._put_unless, failed, file): file for file in files}
        stamps = ((pending[done], done.result()) for done in as_completed(pending))
        yield from ((file, stamp) for file, stamp in stamps if stamp)
        if failed:
            raise failed[0]

    def _put_unless(self, failed: list[NarratorError], file: File) -> str | None:
        if failed:
            return None
        try:
            return self._put(file)
        except NarratorError as error:
            failed.append(error)
            return None

    def _put(self, file: File) -> str:
        md5 = self._md5_of(file)
        with file.path.open("rb") as body:
            answer = self._call("put_object", file.name, Body=body, ContentMD5=md5, **self._served(file.name))
        return str(answer["ETag"])

    def _md5_of(self, file: File) -> str:
        """What the store is to check the bytes against, which are proved to be those that were announced."""
        data = bytes_of(file.path)
        if hashlib.sha256(data).hexdigest() != file.digest:
            raise PublishError(f"{file.path}: changed while it was published", "publish again")
        return _md5(data)

    def replace(self, name: str, data: bytes, stamp: str | None) -> str:
        condition = {"IfMatch": stamp} if stamp else {"IfNoneMatch": "*"}
        try:
            return self._replace(name, data, condition)
        except _RefusedError as error:
            if error.code in _TOO_LATE:
                return self._stamp_if_same(name, data)
            if error.code not in _UNKNOWN:
                raise
        if self.stamps().get(name) != stamp:
            raise self._too_late(name)
        return self._replace(name, data, {})

    def _replace(self, name: str, data: bytes, condition: Mapping[str, str]) -> str:
        asked = {"Body": data, "ContentMD5": _md5(data), **self._served(name), **condition}
        return str(self._call("put_object", name, **asked)["ETag"])

    def _stamp_if_same(self, name: str, data: bytes) -> str:
        """The stamp of what is there, if it is `data`: the store's answer to an earlier attempt was lost."""
        if self.read(name) != data:
            raise self._too_late(name)
        return str(self._call("head_object", name, Key=self._prefix + name)["ETag"])

    def _too_late(self, name: str) -> PublishError:
        return PublishError(f"{self._address(name)}: changed by somebody else meanwhile", "publish again")

    def remove(self, names: Iterable[str]) -> None:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            list(pool.map(lambda name: self._call("delete_object", name, Key=self._prefix + name), names))

    def _served(self, name: str) -> dict[str, str]:
        serving = serving_of(name)
        return {
            "Key": self._prefix + name,
            "ContentType": serving.media_type,
            "CacheControl": serving.cache,
        }

    def _address(self, name: str) -> str:
        return f"s3://{self._bucket}/{self._prefix}{name}"

    def _call(self, verb: str, name: str, **request: Any) -> dict[str, Any]:
        """The store's answer; what may pass by itself is tried again."""
        try:
            for attempt in stamina.retry_context(_may_pass, attempts=_ATTEMPTS, timeout=_PATIENCE_S):
                with attempt:
                    _rewind(request.get("Body"))
                    return dict(getattr(self._client, verb)(Bucket=self._bucket, **request))
        except (ClientError, BotoCoreError, OSError) as error:
            raise _refusal(self._address(name), error) from error
        raise AssertionError("an attempt either returns or raises")


class _RefusedError(PublishError):
    """A request the store answered with an error code."""

    def __init__(self, message: str, tip: str | None, code: str) -> None:
        super().__init__(message, tip)
        self.code = code


def _rewind(body: Any) -> None:
    if hasattr(body, "seek"):
        body.seek(0)


def _md5(data: bytes) -> str:
    return base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()


def _may_pass(error: Exception) -> bool:
    """A store that is overloaded or out of reach, as against one that refuses."""
    if isinstance(error, ClientError):
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        return (
            (status >= 500 and status != 501)
            or status == 429
            or _code(error) in ("RequestTimeout", "SlowDown")
        )
    return isinstance(error, HTTPClientError | ConnectionError)


def _refusal(where: str, error: Exception) -> PublishError:
    match error:
        case ClientError():
            said = _without_secrets(str(error.response.get("Error", {}).get("Message", "")))
            return _RefusedError(f"{where}: {said} ({_code(error)})", None, _code(error))
        case NoCredentialsError():
            return PublishError(
                f"{where}: no credentials were found", "set AWS_PROFILE, or run: aws configure"
            )
    return PublishError(f"{where}: {_without_secrets(str(error))}")


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _without_secrets(text: str) -> str:
    """`text` on one line, without the user and password of an address.

    >>> _without_secrets('no answer from "http://key:secret@host/x"')
    'no answer from "http://host/x"'
    """
    return re.sub(r"//[^/@\s]*@", "//", " ".join(text.split()))
