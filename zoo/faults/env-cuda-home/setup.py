"""Prepare the folder."""

from pathlib import Path

Path("build.py").write_text(
    """from setuptools import setup
from torch.utils.cpp_extension import BuildExtension, CUDAExtension

setup(
    name="fused_norm",
    ext_modules=[CUDAExtension("fused_norm_cuda", ["norm.cpp", "norm_kernel.cu"])],
    cmdclass={"build_ext": BuildExtension},
)
"""
)
