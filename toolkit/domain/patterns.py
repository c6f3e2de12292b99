"""Patterns of a spec held against what somebody typed, in time that grows with the text and no faster."""

import re

from toolkit.domain.expression import Expression, ExpressionError

_MATCHES = "text.matches(pattern)"


def fits(pattern: str, text: str) -> bool:
    """Return whether a text as a whole fits a regular expression.

    Python's own engine may take years over a careless pattern, as in `(a+)+b`, while everybody else waits; that of CEL
    never does, but knows no look-ahead and no reference back: those alone are left to Python.
    """
    try:
        return Expression(_MATCHES).value({"text": text, "pattern": f"^(?:{pattern})$"}) is True
    except ExpressionError:
        return bool(re.fullmatch(pattern, text))
