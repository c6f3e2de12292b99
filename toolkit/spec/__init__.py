"""From the YAML text an architect writes to an immutable solution."""
