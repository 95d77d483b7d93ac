"""Prepare the folder."""

from pathlib import Path

from models import INST, copy

folder = copy("llama-chat", "llama")
check = (
    "{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}{% endif %}{% endfor %}"
)
Path(folder / "chat_template.jinja").write_text(check + INST)
