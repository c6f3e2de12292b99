"""One way of writing plain JSON, so that equal content has equal bytes and equal fingerprints on every machine."""

import hashlib
import json


def canonical(data: object) -> bytes:
    """Return JSON as UTF-8 with sorted keys and without spaces. Raises ValueError for NaN and infinities."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def fingerprint(data: object) -> str:
    """Return the sha256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(data)).hexdigest()
