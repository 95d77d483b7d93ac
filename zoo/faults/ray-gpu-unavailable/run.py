"""What the user runs."""

import ray

ray.init(num_cpus=2, include_dashboard=False, object_store_memory=80_000_000)


@ray.remote(num_gpus=1)
class Worker:
    """One rank of the engine."""

    def ready(self) -> bool:
        """Say that it runs."""
        return True


print("waiting for the worker ...", flush=True)
worker = Worker.remote()
print(ray.get(worker.ready.remote()))
