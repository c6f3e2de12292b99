"""What can be on stage: a rehearsal, in which one looks around, and a task of a walkthrough."""

from dataclasses import dataclass

from toolkit.domain.action import Action, Go, Place
from toolkit.domain.language import message
from toolkit.domain.machine import Machine
from toolkit.domain.progress import stops_of
from toolkit.domain.rules import CodeError
from toolkit.domain.showing import Showing
from toolkit.domain.state import State
from toolkit.domain.values import element_id
from toolkit.domain.view import Control, View
from toolkit.errors import ToolkitError
from toolkit.printing import Bar
from toolkit.services.load import Prototype
from toolkit.services.rehearsal import Rehearsal
from toolkit.services.showing import address_of, scenarios_in, showing
from toolkit.services.walk import Walk
from toolkit.web import presenting
from toolkit.web.deed import Deed

LEAVING = message("Give up on this task? Press 'Give up' once more, or simply go on.")
UNANSWERED = message("Type your answer first. If you cannot find it, press 'Give up'.")


@dataclass(slots=True)
class RehearsalPlay:
    """One option, as usual or in a scenario, to look around in as any role.

    `error` is what is wrong with the spec as it is now, `language` the code of one that is offered; empty for the
    spec's own. `nasty` says that the rows are those that break screens.
    """

    prototype: Prototype
    option: str
    rehearsal: Rehearsal
    base: str
    scenario: str = ""
    error: ToolkitError | None = None
    language: str = ""
    nasty: bool = False

    @property
    def machine(self) -> Machine:
        """The option's machine, on the scenario's rows if there is one."""
        return self.showing.machine

    @property
    def state(self) -> State:
        """Where the sandbox stands."""
        return self.rehearsal.state(self.mark)

    @property
    def home(self) -> str:
        """The option's address."""
        return f"{self.base}/"

    @property
    def mark(self) -> str:
        """The name of the sandbox: the same however long one looks around."""
        return self.showing.option

    @property
    def showing(self) -> Showing:
        """The option as it is shown to whoever looks around."""
        return showing(self.prototype, self.option, self.scenario, self.language, nasty=self.nasty)

    @property
    def shown(self) -> presenting.Shown:
        """What is shown, as the panel needs to know it."""
        return presenting.Shown(
            self.prototype, self.option, self.scenario, self.language, self.showing, self.base, nasty=self.nasty
        )

    def view(self, state: State) -> View:
        """Return what is seen, in the state of the screen that the address asks for."""
        return self.showing.view(state)

    def begin(self) -> None:
        """Nothing has to be begun."""

    def act(self, action: Action) -> State:
        """Do an action in the sandbox."""
        return self.rehearsal.act(self.mark, action)

    def offered(self) -> tuple[Control, ...]:
        """Return the other roles one can become, and the own one."""
        own, at = self.machine.language.own, self.state.role
        return tuple(
            Control(element_id("role", name), own(name), Go(Place(""), role=name), "link", current=name == at)
            for name in self.machine.app.roles
        )

    def bar(self, place: Place) -> Bar:
        """Return the strip: what this is, the options, the presenter's panel, and what is wrong with the spec."""
        options = self.prototype.solution.options.values()
        fit = {o.name: self.scenario in {s.name for s in scenarios_in(self.prototype, o.name)} for o in options}
        language = self.machine.language
        links = tuple(
            (
                language.own(o.title),
                address_of(self.prototype, o.name, self.scenario if fit[o.name] else "", nasty=self.nasty),
                o.name == self.option,
            )
            for o in options
        )
        error = self.error or self.prototype.troubles.last
        return Bar(
            reset=True,
            options=links if len(links) > 1 else (),
            mistakes=presenting.mistakes(error),
            python=isinstance(error, CodeError),
            panel=presenting.panel(self.shown, self.state, place),
            frozen=self.prototype.name.partition("@")[2],
            language=language,
        )

    def staged(self, deed: Deed, place: Place) -> str:
        """Do what was switched in the panel, or begin afresh; one stays where there is still something to see."""
        presenting.switched(self.rehearsal, self.showing, deed, place)
        return ""


@dataclass(slots=True)
class TaskPlay:
    """The task a participant is at. `leaving` and `unanswered` are what the strip has to say back."""

    prototype: Prototype
    walk: Walk
    token: str
    message: str = ""
    typed: str = ""

    @property
    def base(self) -> str:
        """The address below which the task's option is shown."""
        return f"/s/{self.token}/{option_key(self.prototype, self.walk.stop.option)}"

    @property
    def home(self) -> str:
        """The link's address, which leads to the current page."""
        return f"/s/{self.token}"

    @property
    def mark(self) -> str:
        """The stop, so that a page left open cannot do anything in the task after it."""
        stop = self.walk.stop
        return f"{stop.kind}/{stop.option}/{stop.task}"

    @property
    def machine(self) -> Machine:
        """The machine of the option at hand."""
        return self.walk.machine

    @property
    def state(self) -> State:
        """Where the task stands; before it was started, where it will start."""
        return self.walk.state if self.walk.progress.started else self.machine.start(self.walk.task.role)

    def view(self, state: State) -> View:
        """Return what is seen; what an address says of states of a screen means nothing to a participant."""
        return self.machine.view(state)

    def begin(self) -> None:
        """Start the task, if it has not been."""
        self.walk.start()

    def act(self, action: Action) -> State:
        """Do an action in the task."""
        self.message = ""
        return self.walk.act(action)

    def offered(self) -> tuple[Control, ...]:
        """Return nothing more: a task is done in its role."""
        return ()

    def bar(self, _place: Place) -> Bar:
        """Return the strip: which task this is, what to do, and the ways to end it."""
        stops, language = stops_of(self.walk.session, self.walk.study), self.machine.language
        tasks = [stop for stop in stops if stop.kind == "task"]
        return Bar(
            number=tasks.index(self.walk.stop) + 1,
            of=len(tasks),
            say=language.own(self.walk.task.say),
            answer=self.walk.task.answer is not None,
            typed=self.typed,
            message=language.say(self.message),
            language=language,
        )

    def staged(self, deed: Deed, _place: Place) -> str:
        """End the task; return where to go next, or nothing where something is missing."""
        answer = deed.values.get("answer", "").strip()[:1000]
        if deed.name == "done":
            if self.walk.task.answer and not answer:
                self.message = UNANSWERED
                return ""
            self.message = ""
            self.walk.done(answer)
            return self.home
        if deed.name == "give-up":
            if self.message != LEAVING:
                self.message = LEAVING
                return ""
            self.message = ""
            self.walk.give_up()
            return self.home
        return ""


def option_key(prototype: Prototype, option: str) -> str:
    """Return an option's key in addresses."""
    return prototype.solution.options[option].key
