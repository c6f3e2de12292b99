"""The prototypes that come with showtell: each task can be done on each option and device, with nothing grave found."""

from contextlib import closing
from pathlib import Path

import pytest

from toolkit.browser.crew import Crew
from toolkit.browser.devices import DESKTOP, PHONE
from toolkit.browser.walking import Stage, jobs
from toolkit.loader import load
from toolkit.places import bundled
from toolkit.services.book import open_book
from toolkit.services.load import load_prototype
from toolkit.services.plan import plan_study
from toolkit.services.register import register
from toolkit.services.workspace import Workspace
from toolkit.web.running import running
from toolkit.web.settings import Settings

pytestmark = pytest.mark.browser
NAMES = sorted({path.parent.name for path in bundled("prototypes").glob("*/spec.yaml")} - {"helpdesk"})
"""The help desk is what the demo walks; the test of the installed wheel sees that nothing is found there."""


@pytest.mark.parametrize("name", NAMES)
def test_robots_do_every_task_and_find_nothing_grave(name: str, tmp_path: Path) -> None:
    workspace, plugins = Workspace(tmp_path), load(installed=False)
    prototype = load_prototype(workspace.find_prototype(name), plugins)
    book = open_book(workspace.runtime_dir)
    with closing(book.store), running(Settings(tmp_path, (name,), port=0)) as address:
        stage = Stage(address, prototype, register(book, plan_study(prototype)), book)
        crew = Crew(stage, tuple(plugins.checks.values()), lambda walked: None)
        walks = crew.walk(jobs(prototype, (PHONE, DESKTOP)))
    assert [walk for walk in walks if not walk.reached] == []
    assert len(walks) == 2 * len(prototype.solution.options) * len(prototype.solution.tasks)
    grave = [s.finding for s in crew.sightings if s.finding.severity >= 3]
    assert grave == []
