"""Collecting issues and comments from GitHub: incrementally, safe to kill, as far as a rate limit allows."""
