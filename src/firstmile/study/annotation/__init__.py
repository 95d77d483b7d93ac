"""Labels of several people: reading them, how far they agree, settling where they do not, adopting the result."""
