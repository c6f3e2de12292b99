"""The command line: one group whose commands are the modules of this package."""

import importlib
import pkgutil
import sys
import traceback

import click

import toolkit.cli as package
from toolkit.errors import ToolkitError


def _name(module: str) -> str:
    """Return the command that a module holds: 'try_' -> 'try'."""
    return module.rstrip("_").replace("_", "-")


class Commands(click.Group):
    """Finds a command's module when it is asked for, so that one command does not pay for another's imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(_name(m.name) for m in pkgutil.iter_modules(package.__path__) if m.name != "main")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, or None if there is no such module."""
        modules = {_name(m.name): m.name for m in pkgutil.iter_modules(package.__path__) if m.name != "main"}
        if cmd_name not in modules:
            return None
        command: click.Command = importlib.import_module(f"toolkit.cli.{modules[cmd_name]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command asked for; one misspelt is answered with the nearest names."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else " `showtell --help` lists the commands."
            raise click.UsageError(f"There is no command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, epilog="Start with: showtell demo", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="showtell", prog_name="showtell")
@click.option("--debug", is_flag=True, help="Show where in the code an error came from.")
def cli(debug: bool) -> None:
    """Show and tell, before anyone commits to building."""


def main(args: list[str] | None = None) -> None:
    """Run a command. Exits with 1 for a mistake of the user's, with 2 for a wrong call, never with a trace."""
    args = sys.argv[1:] if args is None else args
    try:
        cli.main(args, prog_name="showtell")
    except ToolkitError as error:
        if "--debug" in args:
            traceback.print_exc()
        click.echo(error.text(), err=True)
        sys.exit(1)
