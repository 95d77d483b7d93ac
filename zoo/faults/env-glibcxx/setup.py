"""Prepare the folder."""

import subprocess
from pathlib import Path

Path("site").mkdir()
Path("stub.c").write_text("int _ZSt9new_thing(void) { return 0; }\n")
Path("stub.map").write_text("GLIBCXX_3.4.99 { global: _ZSt9new_thing; };\n")
Path("ext.c").write_text(
    "extern int _ZSt9new_thing(void);\nvoid *PyInit_awq_ext(void) { _ZSt9new_thing(); return 0; }\n"
)
for command in (
    "gcc -shared -fPIC -Wl,-soname,libstdc++.so.6 -Wl,--version-script=stub.map -o libstdc++.so.6 stub.c",
    "gcc -shared -fPIC -o site/awq_ext.cpython-311-x86_64-linux-gnu.so ext.c ./libstdc++.so.6",
):
    subprocess.run(command.split(), check=True)  # noqa: S603
Path("libstdc++.so.6").unlink()
