"""A robot: goes a planned way through a task in a real page, by the link and the bar that a participant has."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Locator, Page, Request

from toolkit.browser.hands import PATIENCE, Stuck, do
from toolkit.domain.gestures import gestures
from toolkit.domain.language import ENGLISH, Language, message
from toolkit.domain.planner import Plan, Step
from toolkit.domain.usability import Finding
from toolkit.domain.view import View
from toolkit.errors import ToolkitError

COUNTING = "window.__shown = 0; document.addEventListener('stage:shown', () => { window.__shown += 1; });"
"""Counts what the stage has shown, so that a robot can wait for the next view instead of for a time."""
READY = "() => Boolean(window.did_handshake && document.querySelector('[data-screen]'))"
"""Says whether the stage is drawn and connected."""
BAR = message("Walkthrough")


class BrokenOff(ToolkitError):
    """A walk ended for reasons that say nothing about the prototype: no server, no page."""


Look = Callable[[View], None]


class Robot:
    """One page in a robot's hands, and what the page said wrong on the way."""

    def __init__(self, page: Page, *, patience: float = PATIENCE) -> None:
        """Take a page whose context has the script `COUNTING`."""
        self.page, self._patience = page, patience
        self.troubles: list[Finding] = []
        self._screen, self._host = "", ""
        page.on("pageerror", lambda error: self._note("page-error", f"a script failed: {error}"))
        page.on("console", self._heard)
        page.on("request", self._asked)

    def open(self, link: str) -> None:
        """Open a session's link and wait until the task can be seen and used."""
        self._host = urlsplit(link).netloc
        try:
            self.page.goto(link)
            self.page.wait_for_function(READY, timeout=self._patience)
        except Error as error:
            reason = error.message.strip().splitlines()[0]
            fix = "see whether the server is up, and whether the link opens by hand"
            raise BrokenOff(f"a robot could not open its link: {reason}", where=link, fix=fix) from error

    def walk(self, plan: Plan, look: Look) -> None:
        """Go the planned way, and look at each view before leaving it. Raises Stuck where it cannot be gone."""
        self._screen = plan.start
        for step in plan.steps:
            look(step.view)
            self._step(step)
        look(plan.last)

    def finish(self, answer: str = "", *, language: Language = ENGLISH) -> None:
        """Say that the task is done, with the answer if one is asked for; the strip speaks the prototype's language."""
        try:
            bar = say_done(self.page, answer, language=language, patience=self._patience)
            bar.wait_for(state="detached", timeout=self._patience)
        except Error as error:
            where = self.page.url
            raise Stuck("a robot could not say that it is done", where=where, fix="look at the task bar") from error

    def _step(self, step: Step) -> None:
        """Do one step, wait for the view that follows, and see whether it is on the screen expected."""
        before = self.page.evaluate("() => window.__shown")
        for gesture in gestures(step.view, step.control, step.values):
            do(self.page, gesture, patience=self._patience)
        try:
            self._shown(after=before)
        except Error as error:
            said = f"nothing happened after '{step.control.label}'"
            raise Stuck(said, where=self.page.url, fix="see whether the control does anything by hand") from error
        self._screen = self.page.locator("[data-screen]").first.get_attribute("data-screen") or ""
        if self._screen != step.screen:
            said = f"'{step.control.label}' led to the screen '{self._screen}', and not to '{step.screen}'"
            raise Stuck(said, where=self.page.url, fix="look at the form: it may have refused what was typed")

    def _shown(self, *, after: int) -> None:
        self.page.wait_for_function("after => (window.__shown ?? 0) > after", arg=after, timeout=self._patience)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note("console-error", f"the browser complains: {message.text} {_path(message.location)}".rstrip())

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https"} and address.netloc != self._host:
            self._note("foreign-request", f"the page asks a foreign host for something: {address.netloc}")

    def _note(self, rule: str, message: str) -> None:
        self.troubles.append(Finding(rule, 3, message[:300], name=message[:120], screen=self._screen))


def say_done(page: Page, answer: str, *, language: Language, patience: float | None = None) -> Locator:
    """Press the button of the strip that says that a task is done, with the answer if one is asked for."""
    say = language.say
    bar = page.get_by_role("complementary", name=say(BAR))
    if answer:
        bar.get_by_label(say("Your answer"), exact=True).fill(answer, timeout=patience)
    bar.get_by_role("button", name=say("Send answer") if answer else say("I have done it"), exact=True).click()
    return bar


def _path(location: Mapping[str, Any]) -> str:
    """Return where in the server a message is about, without the token that opens a session."""
    path = urlsplit(str(location.get("url", ""))).path
    return re.sub(r"^/s/[^/]+", "/s/...", path)
