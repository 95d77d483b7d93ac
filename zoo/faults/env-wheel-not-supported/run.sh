set -x
python -m pip install --no-deps --no-index --disable-pip-version-check flash_attn-2.7.4.post1+cu12torch2.5cxx11abiFALSE-cp310-cp310-linux_x86_64.whl
python -c 'import flash_attn; print(flash_attn.__version__)'
