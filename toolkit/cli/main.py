"""The command line: one group whose commands are the modules of this package."""

import importlib
import pkgutil
import sys
import traceback

import click

import toolkit.cli as package
from toolkit.cli._stopping import stop
from toolkit.errors import ToolkitError

LOOP = (
    *("demo", "new", "import", "check", "translate", "serve", "freeze", "changes", "export", "data"),
    *("scaffold", "eject", "uneject"),
    *("study", "try", "results", "decide", "verify", "report"),
)
"""The order in which commands are needed, and listed; others come after them."""


def _modules() -> dict[str, str]:
    """Return the module of each command: 'try' -> 'try_'."""
    names = (m.name for m in pkgutil.iter_modules(package.__path__))
    return {n.rstrip("_").replace("_", "-"): n for n in names if n != "main" and not n.startswith("_")}


class Commands(click.Group):
    """Finds a command's module when it is asked for, so that one command does not pay for another's imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, as the loop goes."""
        places = {name: place for place, name in enumerate(LOOP)}
        return sorted(_modules(), key=lambda name: (places.get(name, len(LOOP)), name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, or None if there is no such module."""
        module = _modules().get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(f"toolkit.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command asked for; one misspelt is answered with the nearest names."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=2)
            hint = f". Did you mean {' or '.join(near)}?" if near else ""
            raise click.UsageError(f"There is no command '{args[0]}'{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    epilog="Start with: showtell demo",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="showtell", prog_name="showtell")
@click.option("--debug", is_flag=True, help="Show where in the code an error came from; good with every command.")
@click.pass_context
def cli(context: click.Context, debug: bool) -> None:
    """Show and tell, before anyone commits to building."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(args: list[str] | None = None) -> None:
    """Run a command. Exits with 1 for a mistake of the user's, with 2 for a wrong call, never with a trace."""
    args = sys.argv[1:] if args is None else args
    called = [arg for arg in args if arg != "--debug"]
    try:
        sys.exit(cli.main(called, prog_name="showtell", standalone_mode=False) or 0)
    except click.Abort:
        stop()
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # Python 3.11 wraps one that comes in the middle of a class
            stop()
        if called != args:
            traceback.print_exc()
        click.echo(_told(error, call=" ".join(["showtell", *called[:1]])).text(), err=True)
        sys.exit(error.exit_code if isinstance(error, click.ClickException) else 1)


def _told(error: Exception, *, call: str) -> ToolkitError:
    """Return what a user is told: what happened, where (in what was called, if in no file), and what to do."""
    if isinstance(error, ToolkitError):
        error.where = error.where or call
        return error
    if isinstance(error, click.ClickException):
        said, context = error.format_message(), getattr(error, "ctx", None)
        usage, path = (context.get_usage(), context.command_path) if context else (call, call)
        what = said[:1].lower() + said[1:].removesuffix(".")
        return ToolkitError(what, where=usage.removeprefix("Usage: "), fix=f"`{path} --help` shows what there is")
    if isinstance(error, OSError) and error.filename is not None:
        fix = "see that it is there, and that you may read and write it"
        return ToolkitError((error.strerror or str(error)).lower(), where=str(error.filename), fix=fix)
    said = f"showtell failed, and this is a fault of its own: {type(error).__name__}: {error}"
    return ToolkitError(said, where=call, fix="call it again with --debug, and report what it prints")
