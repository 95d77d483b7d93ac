"""A stand-in for GitHub on loopback: answers of the recorded form, and faults on request."""

import json
import random
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit


def stamp(second: int) -> str:
    """A time as GitHub writes it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_700_000_000 + second))


class GitHub:
    """Repositories, issues and comments, and what goes wrong while one asks for them."""

    def __init__(self, page: int = 100) -> None:
        self.page = page
        self.names = {"o/n": 11}  # every name a repository has or had
        self.today = {11: "o/n"}
        self.issues: dict[int, dict[str, Any]] = {}
        self.comments: dict[int, dict[str, Any]] = {}
        self.faults: list[str] = []  # taken from the front, one a request
        self.chance, self.delay = 0.0, 0.0
        self.random = random.Random(4)
        self.asked: list[tuple[str, dict[str, str], int]] = []
        self.url = ""

    def add_issue(self, number: int, second: int, **more: Any) -> None:
        """An issue as the API shows it; also used to change one."""
        self.issues[number] = {
            "id": 5000 + number, "number": number, "html_url": f"https://github.com/o/n/issues/{number}", "title": f"Issue {number}",
            "body": f"It fails. 报错 {number}", "state": "open", "labels": [{"name": "bug"}], "user": {"login": "someone"}, "comments": 0,
            "created_at": stamp(0), "updated_at": stamp(second), "closed_at": None, **more,
        }

    def add_comment(self, key: int, number: int, second: int, **more: Any) -> None:
        """A comment as the API shows it."""
        self.comments[key] = {
            "id": key, "html_url": f"https://github.com/o/n/issues/{number}#issuecomment-{key}",
            "issue_url": f"{self.url}/repos/o/n/issues/{number}", "user": {"login": "helper"}, "body": f"Try {key}", "created_at": stamp(0),
            "updated_at": stamp(second), **more,
        }

    def fill(self, issues: int, comments: int) -> None:
        """Many of both; several share one second, as they do after a bot went through."""
        for n in range(1, issues + 1):
            self.add_issue(n, n // 3)
        for n in range(1, comments + 1):
            self.add_comment(90_000 + n, self.random.randint(1, issues), n // 4)

    def listing(self, kind: str, query: dict[str, str]) -> tuple[list[dict[str, Any]], bool]:
        """One page in the order of the last change, and whether there is another."""
        rows = self.issues if kind == "issues" else self.comments
        since = query.get("since", "")
        found = sorted((row for row in rows.values() if row["updated_at"] >= since), key=lambda row: (row["updated_at"], row["id"]))
        size, number = min(self.page, int(query.get("per_page", "30"))), int(query.get("page", "1"))
        return found[(number - 1) * size : number * size], len(found) > number * size


def _handler(github: GitHub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            if github.delay:
                time.sleep(github.delay)
            fault = github.faults.pop(0) if github.faults else ""
            if not fault and github.chance and github.random.random() < github.chance:
                fault = github.random.choice(["502", "cut", "limit", "secondary", "drop"])
            if fault == "drop":
                github.asked.append((self.path, dict(self.headers), 0))
                self.close_connection = True
                self.connection.close()
            elif fault == "502":
                self.send(502, "<html>Bad gateway</html>")
            elif fault == "401":
                self.send(401, {"message": "Bad credentials"})
            elif fault == "403":
                self.send(403, {"message": "Resource not accessible by personal access token"})
            elif fault == "limit":
                self.send(403, {"message": "API rate limit exceeded"}, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()) - 1)})
            elif fault == "far limit":
                self.send(403, {"message": "API rate limit exceeded"}, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()) + 9000)})
            elif fault == "secondary":
                self.send(429, {"message": "You have exceeded a secondary rate limit"}, {"Retry-After": "0"})
            elif fault == "page":
                self.send(200, "<html>Log in to the hotel's network</html>")
            elif fault == "other":
                self.send(200, {"hello": "world"})
            else:
                self.answer(parts.path, query, cut=fault == "cut")

        def answer(self, path: str, query: dict[str, str], *, cut: bool) -> None:
            kind = "comments" if path.endswith("/issues/comments") else "issues" if path.endswith("/issues") else ""
            name = path.removeprefix("/repos/").removesuffix("/comments").removesuffix("/issues")
            if path.startswith("/repositories/"):
                key = int(path.rsplit("/", 1)[1])
                self.send(200, {"id": key, "full_name": github.today[key]})
                return
            if name not in github.names:
                self.send(404, {"message": "Not Found"})
                return
            key = github.names[name]
            if not kind and github.today[key] != name:
                self.send(301, {"message": "Moved Permanently"}, {"Location": f"{github.url}/repositories/{key}"})
                return
            if not kind:
                self.send(200, {"id": key, "full_name": name}, cut=cut)
                return
            rows, more = github.listing(kind, query)
            headers = {"ETag": f'"{abs(hash(json.dumps(rows, sort_keys=True) + str(more)))}"'}
            if self.headers.get("If-None-Match") == headers["ETag"]:
                self.send(304, None, headers)
                return
            if more:
                following = {**query, "page": str(int(query.get("page", "1")) + 1)}
                headers["Link"] = f'<{github.url}{path}?{urlencode(following)}>; rel="next", <{github.url}{path}?page=99>; rel="last"'
            self.send(200, rows, headers, cut=cut)

        def send(self, status: int, body: Any, headers: dict[str, str] | None = None, *, cut: bool = False) -> None:
            github.asked.append((self.path, dict(self.headers), status))
            data = b"" if body is None else body.encode() if isinstance(body, str) else json.dumps(body).encode()
            self.send_response(status)
            for key, value in (headers or {}).items():
                self.send_header(key, value)
            if status != 304:
                self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data[: len(data) // 2] if cut else data)
            if cut:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def serving(github: GitHub):
    """The stand-in, listening."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass  # killed clients go away in the middle

    with Server(("127.0.0.1", 0), _handler(github)) as http:
        github.url = f"http://127.0.0.1:{http.server_port}"
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield github
        http.shutdown()
