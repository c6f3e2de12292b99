"""What a spec may say of every screen of many rows: which they are, how one is added, and what is said of none."""

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from toolkit.domain.kinds import Condition, ScreenName, ShownText


class RowsSettings(BaseModel):
    """The settings that lists, boards and calendars have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    where: Condition = Setting(default="", description="Only rows for which this holds.")
    own: bool = Setting(default=False, description="Only the person's own rows.")
    new: ScreenName = Setting(default="", description="The screen that adds a row.")
    empty: ShownText = Setting(default="", description="What is said when there is no row yet.")
