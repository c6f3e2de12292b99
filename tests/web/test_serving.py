"""What keeps a server from starting is said before anything starts."""

import socket
from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.web.running import running
from toolkit.web.server import serve
from toolkit.web.settings import Settings


def refused(settings: Settings) -> ToolkitError:
    with pytest.raises(ToolkitError) as caught:
        serve(settings, ready=lambda url: pytest.fail(f"{url} is served"))
    assert caught.value.where
    assert caught.value.fix
    return caught.value


def test_others_are_not_let_in_without_a_password(tmp_path: Path) -> None:
    assert "no password" in refused(Settings(tmp_path, host="0.0.0.0", port=0)).what


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"port {port}" in refused(Settings(tmp_path, port=port)).what


def test_an_address_that_is_not_this_machines_is_named(tmp_path: Path) -> None:
    error = refused(Settings(tmp_path, host="203.0.113.9", port=0, password="tulip"))
    assert error.where == "203.0.113.9:0"


def test_a_prototype_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "'helpdisk'" in refused(Settings(tmp_path, ("helpdisk",), port=0)).what


def test_a_server_in_another_process_says_what_keeps_it_from_starting(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="'helpdisk'") as caught, running(Settings(tmp_path, ("helpdisk",), port=0)):
        pytest.fail("it is served")
    assert "helpdesk" in caught.value.fix
