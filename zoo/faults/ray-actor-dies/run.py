"""What the user runs."""

import os
import signal

import ray

ray.init(num_cpus=1, include_dashboard=False, object_store_memory=80_000_000)


@ray.remote
class Engine:
    """Holds a model and answers."""

    def __init__(self) -> None:
        self.requests = 0

    def generate(self, prompt: str) -> str:
        """Answer a prompt."""
        self.requests += 1
        if self.requests == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return prompt.upper()


engine = Engine.remote()
for prompt in ("hello", "who wrote hamlet", "explain rain", "thank you"):
    print(ray.get(engine.generate.remote(prompt)))
