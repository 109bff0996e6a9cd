"""Asking an address whether it answers: only public machines, one polite request at a time for each, never for long. No models.

The name is resolved here and the connection made to the very address that was looked at, for each step of a redirect anew: a name that
says one thing now and another later, or an answer that leads inside, reaches nothing behind our wall.
"""

import asyncio
import ipaddress
import re
import socket
import ssl
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from content.links.choices import Found
from content.links.reading import tidy

SECONDS = 6.0  # for one step
PAUSE = 1.0  # between two requests to one host
AT_ONCE = 6  # hosts
STEPS = 4
MOST_BYTES = 32_768
PORTS = (80, 443)
REDIRECTS = (301, 302, 303, 307, 308)
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")
LOCATION = re.compile(rb"\r?\nlocation:[ \t]*([^\r\n]+)", re.IGNORECASE)


class Answer(NamedTuple):
    """What an address answered: how it is found, and the status where there was one."""

    found: Found
    status: int = 0


class Manners(NamedTuple):
    """How one asks: who one is, which machines are public, which ports, how long one waits."""

    name: str = "links"
    is_public: Callable[[str], bool] = lambda address: is_public(address)
    ports: Iterable[int] = PORTS
    seconds: float = SECONDS
    pause: float = PAUSE


class _NotPublic(Exception):
    """The address leads to a machine or a port that nobody asks from here."""


def is_public(address: str) -> bool:
    """Return whether this is the address of a machine on the open internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    teredo = getattr(ip, "teredo", None)
    inside = [one for one in (inner, *(teredo or ())) if one is not None]
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in (ip, *inside))


def ask_all(addresses: Iterable[str], *, manners: Manners, seconds: float) -> dict[str, Answer]:
    """Return what these addresses answer, those of one host one after the other; what has no answer after `seconds` is left out."""
    return asyncio.run(_ask_all(list(addresses), manners, seconds))


async def _ask_all(addresses: list[str], manners: Manners, seconds: float) -> dict[str, Answer]:
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).hostname or ""].append(address)
    answers: dict[str, Answer] = {}
    few = asyncio.Semaphore(AT_ONCE)
    tasks = [asyncio.create_task(_ask_host(group, manners, few, answers)) for group in hosts.values()]
    _done, late = await asyncio.wait(tasks, timeout=seconds) if tasks else (set(), set())
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    return answers


async def _ask_host(addresses: list[str], manners: Manners, few: asyncio.Semaphore, answers: dict[str, Answer]) -> None:
    for number, address in enumerate(addresses):
        async with few:
            if number:
                await asyncio.sleep(manners.pause)
            answers[address] = await ask(address, manners)


async def ask(address: str, manners: Manners) -> Answer:
    """Return what one address answers; never raises. Redirects are followed, each step looked at like the first."""
    method = "HEAD"
    for _step in range(STEPS + 2):
        try:
            status, location = await asyncio.wait_for(_request(method, address, manners), manners.seconds)
        except _NotPublic:
            return Answer(Found.PRIVATE)
        except socket.gaierror as error:
            return Answer(Found.NOWHERE if error.errno == socket.EAI_NONAME else Found.UNSURE)
        except (OSError, ValueError, EOFError, ssl.SSLError, TimeoutError, asyncio.LimitOverrunError):
            return Answer(Found.UNSURE)
        if status in REDIRECTS and location:
            address = tidy(urljoin(address, location))
            if not address:
                return Answer(Found.UNSURE, status)
        elif method == "HEAD" and status in (400, 403, 404, 405, 501):
            method = "GET"  # some answer only to that
        else:
            return Answer(meaning(status), status)
    return Answer(Found.UNSURE)


def meaning(status: int) -> Found:
    """Return what a final status says of an address."""
    if status in (404, 410):
        return Found.GONE
    if status in (401, 402, 403, 405, 406, 429, 451, 999):
        return Found.CLOSED
    return Found.FINE if 200 <= status < 400 else Found.UNSURE


async def _request(method: str, address: str, manners: Manners) -> tuple[int, str]:
    """Make one request and return status and place of redirection. Reads the head of the answer alone."""
    parts = urlsplit(address)
    is_tls = parts.scheme.lower() == "https"
    host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port or (443 if is_tls else 80)
    if port not in manners.ports:
        raise _NotPublic
    machine = await _public_machine(host, port, manners)
    tls = ssl.create_default_context() if is_tls else None
    reader, writer = await asyncio.open_connection(
        machine, port, ssl=tls, server_hostname=host if is_tls else None, limit=MOST_BYTES, happy_eyeballs_delay=None
    )
    try:
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
        )
        named = f"[{host}]" if ":" in host else host
        shown = named if port in PORTS else f"{named}:{port}"
        head = f"{method} {target} HTTP/1.1\r\nHost: {shown}\r\nUser-Agent: {manners.name}\r\nAccept: */*\r\nConnection: close\r\n\r\n"
        writer.write(head.encode("ascii"))
        await writer.drain()
        answer = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        answer = error.partial
    finally:
        writer.close()
    status = STATUS.match(answer)
    if status is None:
        raise ValueError("no HTTP")
    location = LOCATION.search(answer)
    return int(status[1]), _read(location[1]) if location else ""


def _read(place: bytes) -> str:
    """Return a place of redirection as text: some servers write it in UTF-8, some in Latin-1."""
    try:
        return place.decode().strip()
    except UnicodeDecodeError:
        return place.decode("latin-1").strip()


async def _public_machine(host: str, port: int, manners: Manners) -> str:
    """Return the address of a machine of this name. Raises _NotPublic where any of them is not on the open internet."""
    rows = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    machines = [str(row[4][0]) for row in rows]
    if not machines or not all(manners.is_public(machine) for machine in machines):
        raise _NotPublic
    return machines[0]
