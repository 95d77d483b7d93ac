"""Prepare the folder."""

import subprocess
from pathlib import Path

site = Path("site/flash_attn")
site.mkdir(parents=True)
(site / "__init__.py").write_text(
    '__version__ = "2.7.4.post1"\n\nfrom flash_attn.flash_attn_interface import flash_attn_func\n'
)
(site / "flash_attn_interface.py").write_text(
    "import torch\n\nimport flash_attn_2_cuda as flash_attn_gpu\n\nflash_attn_func = flash_attn_gpu.fwd\n"
)
Path("ext.c").write_text(
    "extern void _ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEEPKv(void);\n"
    "void *PyInit_flash_attn_2_cuda(void) {\n"
    "  _ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEEPKv();\n"
    "  return 0;\n}\n"
)
target = "site/flash_attn_2_cuda.cpython-311-x86_64-linux-gnu.so"
subprocess.run(["gcc", "-shared", "-fPIC", "-o", target, "ext.c"], check=True)  # noqa: S603, S607
