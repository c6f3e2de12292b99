"""Serve as another process was told to: settings come in as a line of JSON, the address goes out as another."""

import json
import os
import signal
import sys
import threading
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.web.settings import Settings


def main() -> int:
    """Serve until told to stop, or until whoever started this is gone."""
    from toolkit.web.server import serve

    said = json.loads(sys.stdin.buffer.readline())
    names = tuple(said.pop("prototypes"))
    settings = Settings(workspace=Path(said.pop("workspace")), prototypes=names, **said)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        serve(settings, ready=lambda url: _say({"url": url}))
    except ToolkitError as error:
        _say({"what": error.what, "where": error.where, "fix": error.fix})
        return 1
    return 0


def _say(said: dict[str, str]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def _end_with_parent() -> None:
    """Wait until the pipe from the process that started this one is closed."""
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
