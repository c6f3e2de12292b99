"""A rehearsal: somebody looks around in a prototype, in any option and role, without a study."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from toolkit.domain.action import Action, Go, Place
from toolkit.domain.session import Entry
from toolkit.domain.state import State
from toolkit.services.book import Book
from toolkit.services.recording import Log, Playable, perform
from toolkit.services.walk import replay

Playables = Callable[[str], Playable]
"""What can be acted on, by the name of its sandbox."""


class Rehearsal:
    """One sandbox for each option, kept through refresh and restart by doing the recorded actions again.

    Actions that a changed prototype no longer offers are left out; what is left is as much of the place as there is.
    """

    def __init__(self, book: Book, session: str, *, machines: Playables) -> None:
        """Go on with a rehearsal, which may be new."""
        self._machines, self._log = machines, Log(book, session)
        self._states: dict[str, State] = {}

    def state(self, option: str) -> State:
        """Return the state of an option's sandbox."""
        if option not in self._states:
            self._states[option] = self._replayed(option)
        return self._states[option]

    def act(self, option: str, action: Action) -> State:
        """Do an action in an option's sandbox. Raises Refused for what its view does not offer."""
        self._states[option] = perform(self._log, self._machines(option), self.state(option), action, one_role=False)
        return self._states[option]

    def reset(self, option: str, role: str = "") -> State:
        """Begin an option's sandbox afresh, in a role or in the one that was last begun in."""
        role = role if role in self._machines(option).app.roles else self.state(option).role
        self._log.write(("reset", {"option": option, "role": role}))
        lenient = self.state(option).lenient
        self._states[option] = replace(self._machines(option).start(role), lenient=lenient)
        return self._states[option]

    def begin(self, option: str) -> State:
        """Begin an option's sandbox as somebody does who has never been there; nothing is noted if it still is so."""
        begun = self._machines(option).begin()
        if self.state(option) != begun:
            self._log.write(("reset", {"option": option, "role": begun.role}))
            self._states[option] = begun
        return self._states[option]

    def lenient(self, option: str, *, on: bool) -> State:
        """Take forms with mistakes from now on, or no more."""
        state = self.state(option)
        self._log.write(("set", {"option": option, "lenient": on}))
        self._states[option] = replace(state, lenient=on)
        return self._states[option]

    def stay(self, option: str, place: Place) -> State:
        """Go to a place of an option's sandbox if there is anything for the role; else remain."""
        if self._machines(option).shows(replace(self.state(option), place=place)):
            return self.act(option, Go(place))
        return self.state(option)

    def reload(self) -> None:
        """Work the sandboxes out again, after the prototype was changed."""
        self._states.clear()

    def _replayed(self, option: str) -> State:
        mine = [entry for entry in self._log.entries if entry.data.get("option") == option]
        resets = [i for i, entry in enumerate(mine) if entry.kind == "reset"]
        roles = self._machines(option).app.roles
        role = mine[resets[-1]].data["role"] if resets else ""
        since = mine[resets[-1] :] if resets else mine
        state = self._machines(option).start(role) if role in roles else self._machines(option).begin()
        before = mine[: len(mine) - len(since)]
        state = replace(state, lenient=any(_switches(before)[-1:]))
        for entry in since:
            if entry.kind == "set":
                state = replace(state, lenient=entry.data["lenient"])
            elif entry.kind == "acted":
                state, _ = replay(self._machines(option), state, (entry,))
        return state


def _switches(entries: Sequence[Entry]) -> list[bool]:
    """Return how forms with mistakes were taken, one switch after the other."""
    return [bool(entry.data["lenient"]) for entry in entries if entry.kind == "set"]
