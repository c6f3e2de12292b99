"""A participant whose browser asks for another language has it on every page, and a robot finds its way in it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from toolkit.browser.robot import COUNTING, Robot
from toolkit.domain.planner import Plan, plan
from toolkit.loader import load
from toolkit.places import bundled
from toolkit.services.load import load_prototype

pytestmark = pytest.mark.browser


def test_a_task_is_walked_in_arabic(somebody: Callable[..., Page], server: Any, study: Any) -> None:
    prototype = load_prototype(bundled("prototypes") / "helpdesk" / "spec.yaml", load(installed=False))
    machine = prototype.machine("dashboard", "ar")
    found = plan(machine, prototype.solution.tasks["raise"])
    assert isinstance(found, Plan)
    link, session = study.link()
    page = somebody()
    page.set_extra_http_headers({"Accept-Language": "ar-EG"})
    page.add_init_script(COUNTING)
    page.goto(server.url + link)
    page.get_by_role("button", name=machine.language.say("I agree, let us start"), exact=True).click()
    robot = Robot(page)
    robot.open(server.url + link)
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    robot.walk(found, lambda view: None)
    robot.finish(language=found.last.language)
    expect(page.get_by_role("heading", level=1)).to_have_text(machine.language.say("How easy was that?"))
    ended = [entry.data["reached"] for entry in study.recording(session).entries if entry.kind == "task ended"]
    assert (ended, robot.troubles) == ([True], [])
