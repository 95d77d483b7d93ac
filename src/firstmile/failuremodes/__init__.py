"""The catalogue of failure modes: one TOML file a mode, in a folder a root-cause group.

This docstring is the contributor's guide. ``python -m firstmile.failuremodes FILE ...`` checks files
(all of them when none is named) and runs their examples.

A file ``environment/numpy-abi-mismatch.toml`` holds the mode ``numpy-abi-mismatch``::

    id = "numpy-abi-mismatch"          # the file's name; kebab-case; never reused
    title = "A compiled extension was built for another NumPy"     # what is wrong, one line
    role = "root"                      # root | cascade (another error explains it) | context (adds weight only)
    strength = "definite"              # definite: this text is this failure; strong; weak: hints only
    symptoms = [["S-A.1.2", 0.8], ["S-B.6", 0.2]]     # leaf codes of the taxonomy, with weights
    causes = [["R-A.1", 1.0]]          # leaf codes with weights: what really mended it, thread by thread
    stages = [["Inference", 0.6], ["Fine-tuning", 0.4]]
    what = "..."                       # what happened, one or two sentences for the person it happened to
    why = "..."                        # the mechanism, and why the message misleads where it does
    confirm = ["python -c 'import numpy; print(numpy.__version__)' shows 2.x beside ..."]
    explains = ["engine-core-died"]    # ids of modes that this one causes as cascades (may be empty)

    [[signature]]
    pattern = 'numpy\\.dtype size changed, may indicate binary incompatibility'
    raised_by = "numpy/__init__.pxd"   # library and file, or "reporter" for prose
    versions = "numpy >= 1.20"         # optional: wording versions

    [[remedy]]
    do = "Reinstall {package} so that it matches the installed NumPy"
    command = "pip install --force-reinstall --no-cache-dir {package}"     # optional
    when = "the extension has a build for this NumPy"                       # optional
    costs = "downloads one wheel"                                           # optional

    [[source]]
    url = "https://github.com/numpy/numpy/issues/..."

    [[example]]
    fires = '''...text as printed, as short as it can be...'''
    [[example]]
    silent = '''...a look-alike that must not fire...'''

Signatures are matched by one Hyperscan pass over the bytes of the whole text, line by line:

* ``.`` does not cross a line; no back-references, look-around, atomic groups or anchors (``^ $ \\b``
  are refused: prefixes such as ``[rank3]:`` or timestamps stand before real errors).
* Non-ASCII characters only as literals (``(?:重复|循环)``), never inside ``[...]``.
* ``.*`` and ``.+`` are allowed between literals, ``.{0,60}`` is better. No nested quantifiers.
* ``ignore_case = true`` on a signature makes it caseless (usual for prose).
* ``with = ['...', ...]``: each of these patterns must also match somewhere in the same incident;
  ``without = [...]``: none of them may. Both are caseless.
* Named groups ``(?P<package>[\\w.-]+)`` capture words and numbers for the remedies: a remedy whose
  ``{placeholder}`` was not captured is left out, so give a general one beside it.

Only report what is certain: a signature names one failure, not a word that failures share. Advice lines
("may be caused by", "CUDA kernel errors might be asynchronously reported") must not fire. Facts come from
library sources and confirmed threads; sentences are our own.
"""
