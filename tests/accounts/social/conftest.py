"""A stand-in for the other houses, on loopback: it speaks as much of OAuth 2 and OpenID Connect as ours asks of them."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import time
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.providers.facebook import flows as facebook
from allauth.socialaccount.providers.facebook.views import FacebookOAuth2Adapter
from allauth.socialaccount.providers.google.views import GoogleOAuth2Adapter
from allauth.socialaccount.providers.twitter_oauth2.views import TwitterOAuth2Adapter

from tests.accounts.conftest import *  # noqa: F403


class House:
    """What the stand-in answers, and what it was asked. `status` other than 200, or `answer`, make it misbehave."""

    def __init__(self) -> None:
        self.person = {
            "sub": "g-1",
            "id": "1",
            "name": "Nova Pessoa",
            "email": "new@example.org",
            "email_verified": True,
            "username": "nova",
        }
        self.status, self.answer, self.asked = 200, None, []

    def told(self, path: str) -> object:
        """Return the answer for this path."""
        if self.answer is not None:
            return self.answer
        if path.endswith("/me"):
            person = {key: self.person[key] for key in ("id", "name", "email", "username") if key in self.person}
            return {"data": person} if path.startswith("/x/") else person
        token = {"access_token": "secret-token", "token_type": "bearer", "expires_in": 60}
        if path.startswith("/google/"):
            claims = {"iss": "https://accounts.google.com", "aud": "google-id", "iat": int(time()), "exp": int(time()) + 60}
            token["id_token"] = jwt.encode(claims | self.person, "k" * 32, algorithm="HS256")
        return token


@pytest.fixture
def house(settings, monkeypatch) -> Iterator[House]:
    """Google, Facebook and X, all played by one server on loopback, their keys in the settings."""
    played = House()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            played.asked.append((self.path, body, dict(self.headers)))
            words = played.told(urlsplit(self.path).path)
            self.send_response(played.status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(words if isinstance(words, bytes) else json.dumps(words).encode())

        do_GET = do_POST = _answer  # noqa: N815 - the names that http.server asks for

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    for adapter, name in ((GoogleOAuth2Adapter, "google"), (FacebookOAuth2Adapter, "facebook"), (TwitterOAuth2Adapter, "x")):
        monkeypatch.setattr(adapter, "authorize_url", f"{base}/{name}/authorize")
        monkeypatch.setattr(adapter, "access_token_url", f"{base}/{name}/token")
    monkeypatch.setattr(TwitterOAuth2Adapter, "profile_url", f"{base}/x/me")
    monkeypatch.setattr(facebook, "GRAPH_API_URL", f"{base}/facebook")
    names = ("google", "facebook", "twitter_oauth2")
    settings.SOCIALACCOUNT_PROVIDERS = {
        name: {"APPS": [{"client_id": f"{name}-id", "secret": "hush"}], "OAUTH_PKCE_ENABLED": True} for name in names
    }
    played.base, played.stop = base, lambda: (server.shutdown(), server.server_close())
    yield played
    played.stop()


@pytest.fixture
def go(client, house):
    """Press a house's button and come back; return the answer to the coming back. `state`: another one than we gave."""

    def there_and_back(name="google", *, state=None, code="abc", follow=False, **more):
        out = client.post(f"/fr/account/social/{name}/", more)
        assert out.status_code == 302, out.status_code
        asked = {key: value[0] for key, value in parse_qs(urlsplit(out["Location"]).query).items()}
        there_and_back.asked = asked
        return client.get(f"/account/social/{name}/callback/", {"code": code, "state": state or asked["state"]}, follow=follow)

    return there_and_back


@pytest.fixture
def who(sign_up_data):
    """Return the form that follows, without fault."""
    return {key: value for key, value in sign_up_data.items() if key != "password1"}
