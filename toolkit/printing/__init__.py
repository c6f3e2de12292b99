"""Values to text by `templates/`: the one drawing of Views, the stylesheet, and the light pages."""

from toolkit.printing.drawing import draw_view
from toolkit.printing.environment import environment
from toolkit.printing.look import stylesheet

__all__ = ["draw_view", "environment", "stylesheet"]
