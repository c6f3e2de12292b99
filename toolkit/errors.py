"""The one kind of error that a user sees."""


class ToolkitError(Exception):
    """The base of every error that is shown without a traceback."""

    def __init__(self, what: str, *, where: str = "", fix: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.fix = what, where, fix

    def text(self) -> str:
        """Return the error as up to three aligned lines: what, where and fix."""
        parts = (("error", self.what), ("where", self.where), ("  fix", self.fix))
        return "\n".join(f"{label}: {value}" for label, value in parts if value)
