"""Shipped data files as memory that the system reads only where it is looked at."""

import mmap


def mapped(path: str) -> memoryview:
    """The bytes of a file, unread until they are used. Raises OSError where it is absent or empty."""
    with open(path, "rb") as file:
        try:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except ValueError as error:  # an empty file cannot be mapped
            raise OSError(f"{path}: {error}") from None
