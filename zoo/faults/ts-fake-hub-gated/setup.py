"""Prepare the folder."""

from pathlib import Path

Path("hub.py").write_text(
    """from http.server import BaseHTTPRequestHandler, HTTPServer


class Hub(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.send_header("X-Error-Code", "GatedRepo")
        self.send_header("X-Error-Message", "Access to model example-org/Tiny-8B-Instruct is restricted. You must have access to it and be authenticated to access it. Please log in.")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


HTTPServer(("127.0.0.1", 18251), Hub).serve_forever()
"""
)
Path("infer.py").write_text(
    """from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("example-org/Tiny-8B-Instruct")
model = AutoModelForCausalLM.from_pretrained("example-org/Tiny-8B-Instruct")
"""
)
