"""From a sample of somebody's own rows to lines of a spec, without a value that could name a person."""
