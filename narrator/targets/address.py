"""A destination, as a user writes it, → the place it means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from narrator.errors import UsageError
from narrator.patterns import compiled
from narrator.targets.base import Target

_HOST = compiled(r"([A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9_][\w.-]*")
_BUCKET = compiled(r"[A-Za-z0-9][\w.-]{2,62}")

Place = Callable[[str], Target]
"""Opens a folder of a destination by its name, or with an empty one the destination itself."""

_TIP = "give a folder, s3://bucket/prefix or ssh://host/path"


def open_target(dest: str, below: str = "") -> Target:
    """The place that `dest` names, or the folder `below` in it; raises as `find_place` does."""
    return find_place(dest)(below)


def find_place(dest: str) -> Place:
    """Where `dest` leads, without going there.

    Raises `UsageError` for what is no destination, without repeating a password.
    """
    if "://" not in dest:
        return _folder(folder_of(dest))
    try:
        parts = urlsplit(dest)
        match parts.scheme:
            case "s3":
                return _s3(parts)
            case "ssh" | "rsync":
                return _ssh(parts)
    except ValueError as error:
        raise UsageError("the destination is no address that can be read", _TIP) from error
    raise UsageError(f"cannot publish to {parts.scheme}://", _TIP)


def folder_of(dest: str) -> Path:
    """The folder of this machine that a destination names; raises `UsageError` for that of nobody."""
    try:
        return Path(dest).expanduser()
    except RuntimeError as error:
        raise UsageError(f"{dest}: nobody here is named so", _TIP) from error


def _folder(path: Path) -> Place:
    from narrator.targets.folder import FolderTarget

    if path.exists() and not path.is_dir():
        raise UsageError(f"{path}: not a folder", _TIP)
    return lambda below: FolderTarget(path / below)


def _s3(parts: SplitResult) -> Place:
    if not parts.netloc or {"@", ":"} & set(parts.netloc):
        raise UsageError("s3:// needs a bucket's name, and nothing else before the next /", _TIP)
    if not _BUCKET.fullmatch(parts.netloc):
        named = f"s3://{parts.netloc}: no bucket is named so"
        raise UsageError(f"{named}, but with 3 to 63 letters, digits, dots and hyphens", _TIP)
    try:
        from narrator.targets.s3 import S3Target
    except ImportError as error:
        raise UsageError("s3:// needs boto3", 'pip install "narrator-podcast[s3]"') from error
    return lambda below: S3Target(parts.netloc, f"{unquote(parts.path)}/{below}")


def _ssh(parts: SplitResult) -> Place:
    port = parts.port
    host = parts.netloc.rpartition(":")[0] if port else parts.netloc
    path = unquote(parts.path).replace("/~/", "", 1) if parts.path.startswith("/~/") else unquote(parts.path)
    if not _HOST.fullmatch(host) or not path.strip("/"):
        raise UsageError("ssh:// needs a host, perhaps with a user, and a path; never a password", _TIP)
    from narrator.targets.ssh import SshTarget

    return lambda below: SshTarget(host, f"{path.rstrip('/')}/{below}", port)
