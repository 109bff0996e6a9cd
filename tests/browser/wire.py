"""What a page costs on the wire: bytes and requests as Chromium's own network log has them."""

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Wire:
    """Compressed bytes of each answer, by address; `total` in bytes."""

    answers: dict[str, int] = field(default_factory=dict)
    foreign: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Return the bytes of all answers together."""
        return sum(self.answers.values())

    def of(self, ending: str) -> int:
        """Return the bytes of the answers whose address (without its question) ends so."""
        return sum(size for url, size in self.answers.items() if url.partition("?")[0].endswith(ending))


def listen(page: Page, origin: str) -> Wire:
    """Return a Wire that fills while the page loads; data: addresses and the browser's own cache cost nothing."""
    wire = Wire()
    addresses: dict[str, str] = {}
    cached: set[str] = set()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def asked(event: dict) -> None:
        url = event["request"]["url"]
        addresses[event["requestId"]] = url
        if not url.startswith((origin, "data:", "about:")):
            wire.foreign.append(url)

    def finished(event: dict) -> None:
        url = addresses.get(event["requestId"], "")
        if url.startswith("http") and event["requestId"] not in cached:
            wire.answers[url] = wire.answers.get(url, 0) + int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.requestServedFromCache", lambda event: cached.add(event["requestId"]))
    session.on("Network.responseReceived", lambda event: cached.add(event["requestId"]) if event["response"].get("fromDiskCache") else None)
    session.on("Network.loadingFinished", finished)
    return wire
