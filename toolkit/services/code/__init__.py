"""A prototype's own Python: screens that were ejected, and rules; found, run, and told of when it fails."""
