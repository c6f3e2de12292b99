"""Phrases for business nouns that Faker has no words for: our own, one file a subject."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def phrases(name: str) -> Any:
    """Return a file's phrases."""
    return json.loads(files(__name__).joinpath(f"{name}.json").read_text("utf-8"))
