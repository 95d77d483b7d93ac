"""Accelerators by the name that people write: compute capability and memory sizes in GB.

Sources: NVIDIA's table of CUDA GPUs (developer.nvidia.com/cuda-gpus) and the cards' data sheets.
Capability is None for other makers.
"""

from typing import NamedTuple


class Gpu(NamedTuple):
    """`memory_gb` lists the sizes sold, smallest first."""

    capability: tuple[int, int] | None
    memory_gb: tuple[int, ...]


GPUS: dict[str, Gpu] = {
    "K80": Gpu((3, 7), (12,)), "M40": Gpu((5, 2), (12, 24)), "P40": Gpu((6, 1), (24,)),
    "P100": Gpu((6, 0), (12, 16)), "V100": Gpu((7, 0), (16, 32)), "V100S": Gpu((7, 0), (32,)),
    "T4": Gpu((7, 5), (16,)), "A2": Gpu((8, 6), (16,)), "A10": Gpu((8, 6), (24,)),
    "A10G": Gpu((8, 6), (24,)), "A16": Gpu((8, 6), (16,)), "A30": Gpu((8, 0), (24,)),
    "A40": Gpu((8, 6), (48,)), "A100": Gpu((8, 0), (40, 80)), "A800": Gpu((8, 0), (40, 80)),
    "A4000": Gpu((8, 6), (16,)), "A5000": Gpu((8, 6), (24,)), "A6000": Gpu((8, 6), (48,)),
    "L4": Gpu((8, 9), (24,)), "L20": Gpu((8, 9), (48,)), "L40": Gpu((8, 9), (48,)),
    "L40S": Gpu((8, 9), (48,)), "H20": Gpu((9, 0), (96, 141)), "H100": Gpu((9, 0), (80, 94)),
    "H800": Gpu((9, 0), (80,)), "H200": Gpu((9, 0), (141,)), "GH200": Gpu((9, 0), (96, 144)),
    "B200": Gpu((10, 0), (180,)), "GB200": Gpu((10, 0), (186,)), "B300": Gpu((10, 3), (288,)),
    "GB10": Gpu((12, 1), (128,)),
    "1060": Gpu((6, 1), (3, 6)), "1070": Gpu((6, 1), (8,)), "1080": Gpu((6, 1), (8,)),
    "1080TI": Gpu((6, 1), (11,)), "1650": Gpu((7, 5), (4,)), "1660": Gpu((7, 5), (6,)),
    "2060": Gpu((7, 5), (6, 12)), "2070": Gpu((7, 5), (8,)), "2080": Gpu((7, 5), (8,)),
    "2080TI": Gpu((7, 5), (11, 22)), "3050": Gpu((8, 6), (4, 6, 8)), "3060": Gpu((8, 6), (8, 12)),
    "3060TI": Gpu((8, 6), (8,)), "3070": Gpu((8, 6), (8,)), "3070TI": Gpu((8, 6), (8,)),
    "3080": Gpu((8, 6), (10, 12)), "3080TI": Gpu((8, 6), (12,)), "3090": Gpu((8, 6), (24,)),
    "3090TI": Gpu((8, 6), (24,)), "4050": Gpu((8, 9), (6,)), "4060": Gpu((8, 9), (8,)),
    "4060TI": Gpu((8, 9), (8, 16)), "4070": Gpu((8, 9), (12,)), "4070TI": Gpu((8, 9), (12, 16)),
    "4080": Gpu((8, 9), (16,)), "4090": Gpu((8, 9), (24, 48)), "4090D": Gpu((8, 9), (24, 48)),
    "5060": Gpu((12, 0), (8,)), "5060TI": Gpu((12, 0), (8, 16)), "5070": Gpu((12, 0), (12,)),
    "5070TI": Gpu((12, 0), (16,)), "5080": Gpu((12, 0), (16,)), "5090": Gpu((12, 0), (32,)),
    "MI100": Gpu(None, (32,)), "MI210": Gpu(None, (64,)), "MI250": Gpu(None, (128,)),
    "MI300X": Gpu(None, (192,)), "MI325X": Gpu(None, (256,)), "7900XTX": Gpu(None, (24,)),
    "6800XT": Gpu(None, (16,)), "910A": Gpu(None, (32,)), "910B": Gpu(None, (32, 64)),
}
# Bare numbers that are cards only beside RTX, GTX, GeForce, a Ti, or a memory size.
NUMBERED = frozenset(name for name in GPUS if name[0].isdigit() and not name.endswith(("A", "B", "XTX", "XT")))
