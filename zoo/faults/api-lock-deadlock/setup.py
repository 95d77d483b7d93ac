"""Prepare the folder."""

from pathlib import Path

from models import copy

copy("llama-chat", "llama")
Path("app.py").write_text(
    """import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from transformers import pipeline

bot = pipeline("text-generation", model="llama")
lock = threading.Lock()


def generate(prompt):
    with lock:
        return bot(prompt, max_new_tokens=40)[0]["generated_text"]


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        print("request:", body["prompt"], flush=True)
        with lock:
            text = generate(body["prompt"])
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"text": text}).encode())

    def do_GET(self):
        self.send_response(200)
        self.end_headers()


print("serving on 18281", flush=True)
ThreadingHTTPServer(("127.0.0.1", 18281), Handler).serve_forever()
"""
)
