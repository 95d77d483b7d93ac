"""Prepare the folder."""

from pathlib import Path

Path("hub.py").write_text(
    """from http.server import BaseHTTPRequestHandler, HTTPServer


class Hub(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(404)
        self.send_header("X-Error-Code", "RepoNotFound")
        self.send_header("X-Error-Message", "Repository not found")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


HTTPServer(("127.0.0.1", 18252), Hub).serve_forever()
"""
)
Path("finetune.py").write_text(
    """from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("example-org/Tiny-8B-Instuct", dtype="auto")
"""
)
