"""`showtell serve`: put prototypes on stage and open the studio."""

import signal
from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell serve helpdesk --port 8080")
@click.argument("prototypes", nargs=-1)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="N", default=8080, show_default=True, help="0 finds a free one."
)
@_options.workspace
@click.option("--password", envvar="SHOWTELL_PASSWORD", default="", help="For the studio; better by SHOWTELL_PASSWORD.")
@click.option("--nasty", is_flag=True, help="Let the first page lead to data that breaks screens.")
def command(prototypes: tuple[str, ...], host: str, port: int, workspace: Path, password: str, nasty: bool) -> None:
    """Put prototypes on stage, and open the studio.

    Serves PROTOTYPES, or all there are; a saved spec is shown at once.

    Participants need their links only. The first page and the studio are for this machine, or for those who know
    the password; without one, only 127.0.0.1 is served. With --nasty they look around on data that breaks screens;
    participants never do.
    """
    from toolkit.web.server import serve
    from toolkit.web.settings import Settings

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # being told to stop is no failure
    settings = Settings(workspace, prototypes, host, port, password, nasty)

    def ready(url: str) -> None:
        click.echo(f"Serving on {url} (stop with Ctrl+C)")
        click.echo(f"The studio, with a link and a QR code for each person: {url}/studio")

    serve(settings, ready=ready)
