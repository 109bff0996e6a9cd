"""Walk every link, picture and sheet of a running site, as a reader without script would."""

import http.cookiejar
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

LANGUAGES = ("pt", "pt-br", "en", "es", "fr")
LIMIT = 3000  # a bound: more pages than the demo has


@dataclass
class Answer:
    """One answer: its status, type and text (empty for what is not text)."""

    status: int
    kind: str
    text: str
    soup: BeautifulSoup | None = field(default=None, repr=False)


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follow redirects on the site only."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        if urlsplit(newurl).netloc != urlsplit(req.full_url).netloc:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def opener() -> urllib.request.OpenerDirector:
    """Return an opener with cookies of its own."""
    return urllib.request.build_opener(_Stay, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def fetch(url: str, with_opener: urllib.request.OpenerDirector) -> Answer:
    """Get one address; an error status is an answer, too."""
    try:
        with with_opener.open(url, timeout=30) as reply:  # loopback only
            status, kind, body = reply.status, reply.headers.get_content_type(), reply.read()
    except urllib.error.HTTPError as refusal:
        status, kind, body = refusal.code, refusal.headers.get_content_type(), refusal.read()
    is_text = kind.startswith("text/") or kind.endswith(("xml", "json"))
    text = body.decode("utf-8", "replace") if is_text else ""
    return Answer(status, kind, text, BeautifulSoup(text, "html.parser") if kind == "text/html" else None)


def links(page: str, soup: BeautifulSoup) -> set[str]:
    """Return the addresses that a page names, made absolute, without fragments; those that robots are asked to leave are left."""
    tags = [tag for tag in soup.find_all(True) if "nofollow" not in tag.get("rel", [])]
    found = {tag[name] for tag in tags for name in ("href", "src", "poster") if tag.has_attr(name)}
    for tag in soup.find_all(srcset=True):
        found |= {part.split()[0] for part in tag["srcset"].split(",") if part.strip()}
    return {urldefrag(urljoin(page, link.strip()))[0] for link in found if not link.strip().startswith(("mailto:", "tel:", "data:"))}


def crawl(origin: str, starts: list[str], with_opener: urllib.request.OpenerDirector | None = None) -> dict[str, Answer]:
    """Return every address of the site that can be reached from `starts` (paths), with its answer; addresses elsewhere are left out."""
    use = with_opener or opener()
    waiting, seen = [urljoin(origin, path) for path in starts], {}
    while waiting:
        url = waiting.pop()
        if url in seen or urlsplit(url).netloc != urlsplit(origin).netloc or "/account/logout" in url:
            continue
        assert len(seen) < LIMIT, "the site has no end"
        seen[url] = answer = fetch(url, use)
        if answer.soup:
            waiting += [link for link in links(url, answer.soup) if link not in seen]
    return seen


def foreign(origin: str, answers: dict[str, Answer]) -> set[str]:
    """Return the addresses elsewhere that a page loads by itself (pictures, sheets, scripts, frames), not those it links to."""
    loaded: set[str] = set()
    for url, answer in answers.items():
        for tag in answer.soup.find_all(["img", "script", "iframe", "source", "video", "audio", "link"]) if answer.soup else []:
            if tag.name == "link" and tag.get("rel", [""])[0] not in {"stylesheet", "icon", "preload", "modulepreload", "preconnect"}:
                continue
            address = urljoin(url, tag.get("src") or tag.get("href") or "")
            if urlsplit(address).netloc not in {urlsplit(origin).netloc, ""}:
                loaded.add(address)
    return loaded
