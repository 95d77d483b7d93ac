"""Find out why a self-hosted LLM failed: offline, from any log or report."""

__version__ = "0.1.0"
