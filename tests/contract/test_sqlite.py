"""What only a file can show: death of the process, a damaged file, a folder that cannot be written."""

import signal
import sqlite3
import subprocess
import sys

import pytest

from toolkit.domain.session import Session
from toolkit.ports.store import Batch, StoreError
from toolkit.stores.sqlite import open_sqlite

WRITER = """
import sys
from pathlib import Path
from toolkit.ports.store import Batch
from toolkit.stores.sqlite import open_sqlite

store = open_sqlite(Path(sys.argv[1]))
for n in range(1, 1_000_000):
    with store.writing() as work:
        entry = work.add_entry("s1", "acted", {"n": n}, at=n)
        work.add_batch(Batch("s1", "events", n, b"x" * 2000, "t"))
    print(entry.n, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 40, 150])
def test_what_was_acknowledged_is_there_after_the_process_was_killed(tmp_path, acknowledged):
    path = tmp_path / "store.sqlite"
    store = open_sqlite(path)
    with store.writing() as work:
        work.add_session(Session(id="s1", prototype="todos", actor="robot"))
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        last = [int(writer.stdout.readline()) for _ in range(acknowledged)][-1]
        writer.send_signal(signal.SIGKILL)
        last = max([last, *(int(line) for line in writer.stdout if line.endswith("\n"))])
    with store.reading() as work:
        numbers = [entry.n for entry in work.entries("s1")]
        batches = work.batches("s1", "events")
    store.close()
    assert numbers == list(range(1, len(numbers) + 1))
    assert [entry for entry in numbers if entry <= last] == list(range(1, last + 1))
    assert len(batches) == len(numbers)
    again = open_sqlite(path)
    with again.writing() as work:
        assert work.add_entry("s1", "acted", {}, at=0).n == len(numbers) + 1
    again.close()


def test_what_was_erased_lies_nowhere_in_the_files(tmp_path):
    store = open_sqlite(tmp_path / "store.sqlite")
    with store.writing() as work:
        work.add_session(Session(id="s1", prototype="todos", actor="person"))
        work.add_entry("s1", "acted", {"typed": "a-word-of-one-person"}, at=0)
        work.add_batch(Batch("s1", "rrweb", 1, b"a-word-of-one-person" * 500, "t"))
    assert any(b"a-word-of-one-person" in path.read_bytes() for path in tmp_path.iterdir())
    with store.writing() as work:
        work.erase("s1")
    assert not any(b"a-word-of-one-person" in path.read_bytes() for path in tmp_path.iterdir())
    store.close()


def test_a_file_that_is_no_store_is_refused_in_words(tmp_path):
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"this is not a database, it is a text about one" * 100)
    with pytest.raises(StoreError) as error:
        open_sqlite(path)
    assert "not a database" in error.value.what
    assert str(path) in error.value.where


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as error:
        open_sqlite(tmp_path / "file" / "store.sqlite")
    assert "folder" in error.value.what


def test_a_store_of_a_later_version_is_left_alone(tmp_path):
    path = tmp_path / "store.sqlite"
    open_sqlite(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE about SET value = '99'")
    connection.close()
    with pytest.raises(StoreError) as error:
        open_sqlite(path)
    assert "99" in error.value.what


FILLER = """
import resource
import sys
from pathlib import Path
from toolkit.ports.store import Batch, StoreError
from toolkit.stores.sqlite import open_sqlite

store = open_sqlite(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    with store.writing() as work:
        work.add_entry("s1", "acted", {}, at=0)
        work.add_batch(Batch("s1", "rrweb", 1, b"x" * 1_000_000, "t"))
except StoreError as error:
    print(error.what)
with store.writing() as work:
    print(work.add_entry("s1", "ended", {}, at=0).n)
"""


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path):
    path = tmp_path / "store.sqlite"
    store = open_sqlite(path)
    with store.writing() as work:
        work.add_session(Session(id="s1", prototype="todos", actor="robot"))
    filler = subprocess.run([sys.executable, "-c", FILLER, str(path)], capture_output=True, text=True, check=True)
    assert filler.stdout.splitlines()[0].startswith("the store cannot be used: ")
    assert filler.stdout.splitlines()[1] == "1"
    with store.reading() as work:
        assert [entry.kind for entry in work.entries("s1")] == ["ended"]
        assert work.batches("s1", "rrweb") == ()
    store.close()
