"""Values to text by `templates/`: the one drawing of Views, the stylesheet, the stage's strip and the light pages."""

from toolkit.printing import pages
from toolkit.printing.drawing import draw_view
from toolkit.printing.environment import environment
from toolkit.printing.look import stylesheet
from toolkit.printing.panel import Group, Panel, Switch
from toolkit.printing.stage import Bar, Mistake, draw_bar, draw_leaving

__all__ = [
    "Bar",
    "Group",
    "Mistake",
    "Panel",
    "Switch",
    "draw_bar",
    "draw_leaving",
    "draw_view",
    "environment",
    "pages",
    "stylesheet",
]
