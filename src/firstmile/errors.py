"""The one error that people see: what is wrong with the input and what to do."""


class InputError(Exception):
    """The input cannot be used. The message is one sentence that says what to do; exit code 2."""
