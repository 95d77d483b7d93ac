"""What the user runs."""

import json
import os
import subprocess
import sys
import time
import urllib.request

command = [sys.executable, os.environ["ZOO"] + "/llama_server.py", "-m", "tiny.gguf", "-c", "512", "--port", "18237"]
server = subprocess.Popen(command)  # noqa: S603
time.sleep(2)
body = json.dumps({"messages": [{"role": "user", "content": "Hello"}]}).encode()
request = urllib.request.Request(
    "http://127.0.0.1:18039/v1/chat/completions", body, {"Content-Type": "application/json"}
)
try:
    print(urllib.request.urlopen(request).read())  # noqa: S310
finally:
    server.terminate()
