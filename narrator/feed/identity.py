"""What a podcast is known by: its `podcast:guid`, and the address its feed is reachable at."""

from __future__ import annotations

import hashlib
import shutil
import uuid
from pathlib import Path

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError

from narrator import atomic
from narrator.errors import SettingsError
from narrator.feed.forms import UUID
from narrator.feed.rss import FEED, address, guid_of_feed
from narrator.settings import Settings
from narrator.web_address import ascii_address

_RANDOM = 4


def with_guid(settings: Settings, settings_file: Path | None, keep: bool = True) -> Settings:
    """Settings with the show's guid: the one they have, else a new one, which is kept in their file.

    A new guid is made from the feed's address as the podcast namespace says; a private show has a random one,
    since its folder is named after it. Raises `SettingsError` if it cannot be kept or is none.
    """
    _refuse_unfit(settings)
    if settings.show.guid:
        return settings
    guid = str(uuid.uuid4()) if settings.show.private else _public_guid(settings)
    if keep:
        guid = _kept(settings_file, guid)
    return msgspec.structs.replace(settings, show=msgspec.structs.replace(settings.show, guid=guid))


def secret_folder(settings: Settings) -> str:
    """The name nobody can guess of the folder that holds a private show; empty for a public one."""
    if not settings.show.private:
        return ""
    return hashlib.sha256(f"folder of {settings.show.guid}".encode()).hexdigest()[:32]


def public_url(settings: Settings) -> str:
    """The address of the published folder, without a slash at its end."""
    base_url = ascii_address(settings.publish.base_url).rstrip("/")
    return "/".join(filter(None, [base_url, secret_folder(settings)]))


def _public_guid(settings: Settings) -> str:
    return guid_of_feed(address(ascii_address(settings.publish.base_url), FEED))


def _refuse_unfit(settings: Settings) -> None:
    guid = settings.show.guid
    if not guid:
        return
    if not UUID.fullmatch(guid):
        raise SettingsError(f"[show] guid: {guid!r} is no UUID", "remove it, to be given one")
    if settings.show.private and uuid.UUID(guid).version != _RANDOM:
        raise SettingsError(
            f"[show] guid: {guid!r} can be guessed, which a private show must not allow",
            "remove it, to be given a random one",
        )


def _kept(settings_file: Path | None, guid: str) -> str:
    """The guid, added to the file with every other line left as it is; or the one that came there meanwhile."""
    line = f'guid = "{guid}"'
    if settings_file is None:
        raise SettingsError(
            "[show] guid is not set, and there is no narrator.toml to keep it in", f"set {line}"
        )
    try:
        text = settings_file.read_bytes().decode("utf-8")
        document = tomlkit.parse(text.removeprefix("\ufeff"))
        show = document.setdefault("show", tomlkit.table())
        if known := show.get("guid"):
            return str(known)
        show["guid"] = guid
        with atomic.replacing(settings_file.resolve()) as fresh:
            fresh.write_bytes(tomlkit.dumps(document).encode())
            shutil.copymode(settings_file, fresh)
        return guid
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        why = f"{settings_file}: the guid of the show could not be kept: {error}"
        raise SettingsError(why, f"add under [show]: {line}") from error
