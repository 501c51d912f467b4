"""The podcast on this machine: feed and pages drawn for the address they are asked at, audio by byte ranges.

Nothing is written into the folder.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence

import uvicorn

from narrator.errors import UsageError
from narrator.site.app import Served, create_app


def serve(
    served: Served,
    *,
    port: int = 8000,
    lan: bool = False,
    opened: Callable[[tuple[str, ...]], None] = lambda _: None,
) -> None:
    """Serve until interrupted, on loopback and with `lan` on the local network too.

    `opened` is told the addresses once they answer, loopback first. Raises `UsageError` for a port that cannot
    be had or a missing network.
    """
    hosts = ["127.0.0.1", *([_lan_address()] if lan else [])]
    sockets = _listen(hosts, port)
    settings = uvicorn.Config(
        create_app(served, hosts),
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    opened(tuple(f"http://{host}:{sockets[0].getsockname()[1]}" for host in hosts))
    uvicorn.Server(settings).run(sockets=sockets)


def _lan_address() -> str:
    """This machine's address on the local network; no packet is sent to the address reserved for examples."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError as error:
            raise UsageError("--lan: this machine is on no network", "serve without --lan") from error


def _listen(hosts: Sequence[str], port: int) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    for host in hosts:
        try:
            sockets.append(socket.create_server((host, port)))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(f"{host}, port {port}: {reason}", "--port 0 takes a free one") from error
        port = sockets[0].getsockname()[1]
    return sockets
