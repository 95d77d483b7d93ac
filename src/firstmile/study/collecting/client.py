"""One GET after another against GitHub's API: waits where it says to wait, tries again what is worth it, gives up in words."""

import json
import random
import time
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx

from firstmile import __version__
from firstmile.errors import InputError

_TRIES = 8
_LONGEST_PAUSE = 60.0
_SECONDARY = 60.0  # GitHub's advice for its secondary limit when it names no time
_HOPELESS = {400, 405, 406, 422}

Say = Callable[[str], None]
Sleep = Callable[[float], None]


class Answer(NamedTuple):
    """What came back: the parsed body (None for "not modified"), and what the headers say about going on."""

    body: Any
    etag: str | None
    next_url: str | None

    @property
    def unchanged(self) -> bool:
        """Whether the server said that nothing changed."""
        return self.body is None


class Gone(Exception):
    """There is nothing at this address for us: absent, private, or taken down."""


def _wait_for(answer: httpx.Response, now: float) -> tuple[float, str] | None:
    """How long a rate limit asks us to wait, and its name; None for another refusal."""
    if answer.status_code not in (403, 429):
        return None
    after = answer.headers.get("retry-after", "")
    if after.isdigit():
        return float(after), "GitHub asks for a pause"
    reset = answer.headers.get("x-ratelimit-reset", "")
    if answer.headers.get("x-ratelimit-remaining") == "0" and reset.isdigit():
        return max(0.0, float(reset) - now) + 1.0, "the rate limit is used up"
    if answer.status_code == 429 or "rate limit" in answer.text[:2000].lower():
        return _SECONDARY, "GitHub asks for a pause"
    return None


class Client:
    """GitHub's API, or a server that speaks it."""

    def __init__(
        self, api: str, token: str | None, say: Say, *, sleep: Sleep = time.sleep, timeout: float = 60.0, longest_wait: float = 3700.0
    ) -> None:
        headers = {
            "Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28",
            "User-Agent": f"firstmile/{__version__}",
        }
        if token:
            headers["Authorization"] = f"Bearer {token}"
        self.api = api.rstrip("/")
        self.requests = 0
        self._say, self._sleep, self._longest = say, sleep, longest_wait
        try:
            self._origin = self._origin_of(httpx.URL(self.api))
            # Redirects are how GitHub tells of renames. httpx drops the token when one leads to another host.
            self._http = httpx.Client(headers=headers, timeout=timeout, follow_redirects=True)
        except httpx.InvalidURL:
            raise InputError(f"--api {api!r} is not an address.") from None

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    @staticmethod
    def _origin_of(url: httpx.URL) -> tuple[str, str, int | None]:
        return url.scheme, url.host, url.port

    def get(self, url: str, etag: str | None = None) -> Answer:
        """The answer to a GET. Raises Gone, and InputError when it is no use to go on."""
        headers = {"If-None-Match": etag} if etag else {}
        waited, failures = 0.0, 0
        while True:
            self.requests += 1
            try:
                answer = self._http.get(url, headers=headers)
                trouble = self._trouble(answer)
                if trouble is None:
                    return self._read(answer)
            except (httpx.TransportError, httpx.TooManyRedirects, json.JSONDecodeError, UnicodeDecodeError) as error:
                trouble = _named(error)
            except httpx.HTTPError as error:
                raise InputError(f"{url} cannot be fetched: {error}.") from None
            else:
                limit = _wait_for(answer, time.time())
                if limit is not None:
                    seconds, why = limit
                    waited += seconds
                    if waited > self._longest:
                        raise InputError(f"{why} for another {seconds:.0f} seconds; run the same command later to go on.")
                    self._say(f"{why}: waiting {seconds:.0f} s")
                    self._sleep(seconds)
                    continue
            failures += 1
            if failures >= _TRIES:
                raise InputError(f"{urlsplit(url).netloc} failed {failures} times in a row ({trouble}); run the same command later to go on.")
            pause = min(_LONGEST_PAUSE, 0.5 * 2 ** (failures - 1)) * random.uniform(0.5, 1.0)  # noqa: S311  # spreads clients, guards nothing
            self._say(f"{trouble}: trying again in {pause:.1f} s")
            self._sleep(pause)

    @staticmethod
    def _trouble(answer: httpx.Response) -> str | None:
        """None for an answer to use, a name for one that may be better next time; raises for one that will not."""
        status = answer.status_code
        if status in (200, 304):
            return None
        if status == 401:
            raise InputError("GitHub refuses the token (401); set GITHUB_TOKEN to one that is valid, or unset it.")
        if status in (404, 410, 451):
            raise Gone
        if status in _HOPELESS:
            raise InputError(f"GitHub does not understand the request ({status}): {answer.text[:200]!r}.")
        if status == 403 and _wait_for(answer, 0) is None:
            raise InputError(f"GitHub forbids it (403): {answer.text[:200]!r}.")
        return f"answer {status}"

    def _read(self, answer: httpx.Response) -> Answer:
        etag = answer.headers.get("etag")
        if answer.status_code == 304:
            return Answer(None, etag, None)
        following = answer.links.get("next", {}).get("url")
        # The token goes with every request, so only to where the first one went.
        if following is not None and self._origin_of(httpx.URL(following)) != self._origin:
            following = None
        return Answer(json.loads(answer.content.decode("utf-8")), etag, following)


def _named(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return "an answer that is not whole"
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    return f"connection lost ({type(error).__name__})"
