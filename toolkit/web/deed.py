"""What passes between a page and the server: deeds come in, frames go out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did on the page, as it says so itself: nothing of it is believed before it is looked up.

    'act' on a control of the prototype, 'visit' of an address by the browser's own buttons, or 'stage' for what
    belongs to the strip. `n` counts the deeds of one page from 1, so that one which comes again is done once.
    """

    kind: Literal["act", "visit", "stage"]
    name: str
    values: Mapping[str, str]
    n: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """What the page is to show: the stage's HTML, its address and title, and where the focus goes.

    `moved` says that it is another page than before, `opened` names a form that was opened on it, `said` is a sentence
    that needs to be said; `leave` sends the browser elsewhere instead. `heard` is the number of the last deed that was
    done, and `again` asks for those after it, which a lost connection may have swallowed.
    """

    html: str = ""
    path: str = ""
    title: str = ""
    screen: str = ""
    focus: Literal["", "heading", "mistakes"] = ""
    moved: bool = False
    opened: str = ""
    said: str = ""
    leave: str = ""
    heard: int = 0
    again: bool = False
