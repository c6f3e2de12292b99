"""What lies in git is the same for everybody: no machine's paths, no registry's address, nothing that is built."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REGISTRIES = [
    "registry." + "npmjs",
    "registry." + "yarnpkg",
    "files." + "pythonhosted",
    "pypi." + "org",
    "unpkg." + "com",
    "cdn." + "jsdelivr",
]
ONE_MACHINE = re.compile(r"""(?:^|[\s"'`=(:])/(?:work|root|tmp|home|Users)/""")
BUILT = re.compile(r"toolkit/_assets/|node_modules/|\.min\.(?:js|css)$")


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Return the text files that git tracks, or is about to."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    found = {name: (ROOT / name).read_bytes() for name in listed if name and (ROOT / name).is_file()}
    return {name: content.decode("utf-8", "replace") for name, content in found.items() if b"\0" not in content}


def test_no_file_names_a_package_registry(texts: dict[str, str]) -> None:
    assert [(name, host) for name, text in texts.items() for host in REGISTRIES if host in text] == []


def test_no_file_names_a_path_of_one_machine(texts: dict[str, str]) -> None:
    assert [(name, found.group()) for name, text in texts.items() if (found := ONE_MACHINE.search(text))] == []


def test_nothing_built_or_foreign_lies_in_git(texts: dict[str, str]) -> None:
    assert [name for name in texts if BUILT.search(name)] == []


def test_the_lock_file_pins_by_hash_and_not_by_address(texts: dict[str, str]) -> None:
    lock = texts["npm/package-lock.json"]
    assert '"resolved"' not in lock
    assert lock.count('"integrity": "sha512-') == lock.count('"node_modules/')
