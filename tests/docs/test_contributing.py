"""The files shown in CONTRIBUTING.md are plugins that work."""

import re
from pathlib import Path

import pytest

from toolkit.domain.action import Go, Place
from toolkit.domain.dataset import Dataset
from toolkit.domain.machine import Machine
from toolkit.domain.measurement import Sample
from toolkit.domain.session import TaskRun
from toolkit.domain.solution import Entity, Field
from toolkit.domain.verdict import Target
from toolkit.domain.view import Actions, Control, Stats, View
from toolkit.loader import Plugins, load
from toolkit.ports.check import Page
from toolkit.spec import read_text

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r'^```python title="(plugins/\w+\.py)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
FILES = dict(SHOWN.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")))


@pytest.fixture(scope="module")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Plugins:
    """Return what is loaded in a workspace that holds every file shown."""
    workspace = tmp_path_factory.mktemp("workspace")
    (workspace / "plugins").mkdir()
    for name, text in FILES.items():
        (workspace / name).write_text(text, "utf-8")
    return load(workspace, installed=False)


def test_there_is_a_file_for_each_thing_that_can_be_added(plugins: Plugins) -> None:
    brought = {kind for source in plugins.sources if source.origin == "workspace" for kind in source.brings}
    assert brought == {"screen_kinds", "field_types", "metrics", "checks", "exporters", "importers"}


def test_the_screen_kind_counts_what_its_condition_allows(plugins: Plugins) -> None:
    spec = """
    solution: Warehouse
    now: 2026-03-02 09:30
    roles: [Clerk]
    entities: {Box: {label: text, place: shelf, open: yes/no}}
    screens: {Open boxes: {tally: Box, where: open, for: Clerk}}
    """
    reading = read_text(spec, "spec.yaml", plugins.parts)
    assert reading.solution is not None, [finding.text() for finding in reading.findings]
    boxes = {f"box-{n}": {"id": f"box-{n}", "label": "Cups", "place": "C-07", "open": n > 1} for n in (1, 2, 3)}
    machine = Machine(reading.solution, "", Dataset({"Box": boxes}, seed=1, locale="en_GB"), plugins.parts)
    figures = [block for block in machine.view(machine.start("Clerk")).blocks if isinstance(block, Stats)]
    assert [stat.value for figure in figures for stat in figure.stats] == ["2"]


def test_the_field_type_reads_what_people_type_and_says_what_is_wrong(plugins: Plugins) -> None:
    shelf, place = plugins.field_types["shelf"], Field("place", "shelf", "Place")
    assert shelf.read("c 7", place) == "C-07"
    with pytest.raises(ValueError, match="Place must be a letter and a number, like C-07"):
        shelf.read("by the door", place)


def test_the_field_type_makes_up_values_that_it_reads(plugins: Plugins) -> None:
    shelf, place = plugins.field_types["shelf"], Field("place", "shelf", "Place")
    made = shelf.fake(place, LastDraw())
    assert shelf.read(shelf.show(made, place), place) == made == "F-40"


class LastDraw:
    """A draw that always takes the last."""

    def whole(self, low: int, high: int) -> int:
        return high

    def share(self) -> float:
        return 0.99

    def pick(self, options: tuple[str, ...]) -> str:
        return options[-1]

    def faker(self, provider: str) -> str:
        return provider


def test_the_metric_counts_and_judges_mistakes(plugins: Plugins) -> None:
    metric = plugins.metrics["mistakes"]
    began = [TaskRun(session=f"s{n}", option="", task="raise", outcome="direct", errors=n % 2) for n in range(8)]
    absent = TaskRun(session="s9", option="", task="raise", outcome="not started", errors=9)
    sample = Sample("", "raise", asked=9, runs=(*began, absent))
    assert metric.measure(sample).value == 0.5
    assert metric.judge(sample, Target("<=", 2), 8).outcome == "confirmed"


class PageWith:
    """A page of a browser that draws these controls."""

    width = 1280

    def __init__(self, *controls: Control) -> None:
        buttons = Actions("home.actions", controls)
        self.view = View("home", "Clerk", "", Place("home"), "Home", (buttons,))

    def evaluate(self, script: str, argument: object = None) -> object:
        return None

    def asset(self, name: str) -> str:
        return ""


def test_the_check_finds_the_long_label_and_leaves_the_short_one(plugins: Plugins) -> None:
    home = Go(Place("home"))
    page: Page = PageWith(
        Control("short", "Go home", home), Control("long", "Please press here if you would like to go home", home)
    )
    findings = list(plugins.checks["long-label"].look(page))
    assert [(finding.element, finding.severity) for finding in findings] == [("long", 1)]


def test_the_exporter_writes_a_table(plugins: Plugins) -> None:
    box = Entity("Box", {"label": Field("label", "text", "Label")})
    rows = [{"id": "box-1", "label": "Cups | plates"}, {"id": "box-2", "label": None}]
    written = "".join(plugins.exporters["markdown"].write({"Box": (box, rows)}))
    assert written == ("## Box\n\n| id | label |\n| --- | --- |\n| box-1 | Cups \\| plates |\n| box-2 |  |\n\n")


def test_the_importer_reads_entities_and_their_fields(plugins: Plugins) -> None:
    text = "box: label, weight\nshelf: place\n"
    importer = plugins.importers["fields"]
    assert importer.recognises(text)
    read = importer.read(text, "stock")
    assert [(e.name, [(f.name, f.type) for f in e.fields]) for e in read.entities] == [
        ("box", [("label", "text"), ("weight", "number")]),
        ("shelf", [("place", "text")]),
    ]
