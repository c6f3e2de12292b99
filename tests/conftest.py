"""The order of the tests: the slowest come first, so that no core waits for another at the end."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the wheel first, then those with a browser; each module stays together."""
    items.sort(key=lambda item: ("wheel" not in item.keywords, "browser" not in item.keywords))
