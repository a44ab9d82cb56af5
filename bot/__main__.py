"""The `aipolicy` command line: run the bot, or ask it anything from the shell."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

import click

from bot import __version__
from bot.errors import BotError

PROGRAM = "aipolicy"


class Doors(click.Group):
    """Sub-commands of the shell, and behind them every chat command: `aipolicy latest 3`, `aipolicy sources add …`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            from bot.commands import COMMANDS

            if args[0].lower() in {path.split()[0] for path in COMMANDS}:
                return "say", self.commands["say"], args
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Every chat command works here too"):
            formatter.write_text(f"{PROGRAM} latest 3, {PROGRAM} sources add <url>, {PROGRAM} help")
            formatter.write_text("For a workspace or channel of Slack or Discord: --workspace NAME, --channel NAME")


@contextmanager
def in_words() -> Iterator[None]:
    """What went wrong on purpose as one sentence on standard error, exit status 1."""
    try:
        yield
    except BotError as error:
        click.echo(f"{PROGRAM}: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name=PROGRAM)
def cli() -> None:
    """AI-policy news from many places, one trustworthy card per story."""


def _settings() -> Any:
    from bot import config

    return config.load()


def _log(settings: Any, *, file: str = "") -> None:
    from bot import logs
    from bot.errors import ConfigError

    path = settings.log_file or file
    try:
        logs.configure(level=settings.log_level, form=settings.log_format, file=path, secrets=settings.secrets())
    except OSError as error:
        if not settings.log_file:  # nobody asked for the file: a folder that may not be written to stops nothing
            logs.configure(level="error", form=settings.log_format, secrets=settings.secrets())
            return
        why = error.strerror or type(error).__name__
        raise ConfigError(f"The log file {path} cannot be opened ({why}). Check AIPOLICY_LOG_FILE.") from error


# --------------------------------------------------------------------------- run


@cli.command()
@click.argument("role", required=False, type=click.Choice(["clock", "worker", "slack", "discord", "web"]))
@click.option("--platform", "wanted", multiple=True, help="console, slack or discord; default: those with a token")
@click.option("--demo", is_flag=True, help="The demo newsroom in the terminal, whatever tokens there are")
def run(role: str | None, wanted: tuple[str, ...], demo: bool) -> None:
    """Start the bot: all in one process, or one ROLE of it (with PostgreSQL)."""
    from bot import ending

    ending.early()
    with in_words():
        settings = _settings()
        if role:
            from bot import roles

            _log(settings)
            _loop(roles.run(settings, role))
            return
        from bot import alone

        if demo or (not wanted and not settings.platforms):
            _log(settings, file="data/aipolicy.log")
            _loop(alone.demo(settings))
        else:
            _log(settings, file="data/aipolicy.log" if "console" in wanted else "")
            _loop(alone.run(settings, wanted))


def _loop(main: Any) -> None:
    try:
        asyncio.run(main)
    except KeyboardInterrupt:
        sys.exit(130)


# --------------------------------------------------------------------------- chat commands from the shell


@cli.command(hidden=True, context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def say(words: tuple[str, ...]) -> None:
    """Answer one chat command and end; status 1 when the answer is an error."""
    from bot import shell

    with in_words():
        settings = _settings()
        _log(settings, file="data/aipolicy.log")
        sys.exit(asyncio.run(shell.answer(settings, words)))


# --------------------------------------------------------------------------- poll once


@cli.command()
@click.option("--once", is_flag=True, help="One cycle over what is due, then end (the only way it runs)")
@click.option(
    "--sources",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Only these: a list of addresses, OPML or YAML",
)
@click.option("--db", default="", help="Database address instead of DATABASE_URL")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON")
def poll(once: bool, file: Path | None, db: str, as_json: bool) -> None:
    """Look at the sources once and say what came of it."""
    from bot import alone

    with in_words():
        settings = _settings()
        _log(settings, file="data/aipolicy.log")
        found = asyncio.run(alone.poll_once(settings, file, db))
        click.echo(json.dumps(found) if as_json else "\n".join(f"{key}: {value}" for key, value in found.items()))


# --------------------------------------------------------------------------- cards and stories without a database


@cli.command()
@click.argument("source", default="-")
@click.option("--jsonl", is_flag=True, help="Read one JSON object per line, write one per line")
@click.option("--json", "as_json", is_flag=True, help="Print the card as JSON")
def card(source: str, jsonl: bool, as_json: bool) -> None:
    """Print the card of an article: a FILE of text or HTML, an address, or - for standard input."""
    from bot import batch

    with in_words():
        if jsonl:
            with _bytes_of(source) as stream:
                _print_lines(batch.cards(stream))
            return
        from bot import single

        single.show(source, _settings, as_json=as_json)


def _bytes_of(source: str) -> AbstractContextManager[BinaryIO]:
    """A file, or standard input for `-`."""
    from bot.errors import UsageError

    if source == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return open(source, "rb")
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {error.strerror}.") from error


def _print_lines(answers: Iterable[dict[str, Any]]) -> None:
    """One line each, out at once: whoever reads them need not wait for the last."""
    from bot import batch

    for found in answers:
        sys.stdout.buffer.write(batch.written(found))
        sys.stdout.buffer.flush()


@cli.command()
@click.option("--jsonl", is_flag=True, help="JSON lines in and out (the only way it runs)")
@click.argument("source", default="-")
def stories(jsonl: bool, source: str) -> None:
    """Group articles into stories: one JSON object per line in and out."""
    from bot import batch

    with in_words(), _bytes_of(source) as stream:
        _print_lines(batch.grouped(stream))


# --------------------------------------------------------------------------- the database


@cli.command()
def migrate() -> None:
    """Bring the database up to date."""
    with in_words():
        from bot.storage.store import Store

        settings = _settings()
        store = Store(settings.database_url)
        store.open()
        store.close()
        click.echo("The database is up to date.")


@cli.group()
def slack() -> None:
    """Setting up Slack."""


@slack.command()
@click.argument("address", default="")
@click.option("--yaml", "as_yaml", is_flag=True, help="YAML instead of JSON; Slack takes both.")
def manifest(address: str, as_yaml: bool) -> None:
    """Print the app manifest: for Socket Mode, or for HTTP at your ADDRESS."""
    from bot.errors import ConfigError
    from bot.render import slack_manifest

    with in_words():
        if address and not address.startswith("https://"):
            raise ConfigError(f"{address} is no address for Slack. It starts with https://.")
        made = slack_manifest.manifest(address)
        if as_yaml:
            import yaml

            click.echo(yaml.safe_dump(made, sort_keys=False, allow_unicode=True), nl=False)
        else:
            click.echo(json.dumps(made, indent=2, ensure_ascii=False))


@cli.group("db")
def database() -> None:
    """Looking after the database."""


@database.command("copy")
@click.argument("old")
@click.argument("new")
def copy_database(old: str, new: str) -> None:
    """Copy everything from one database address into another, empty one; stop the bot first."""
    from bot.storage import copy
    from bot.storage.lock import OneProcess
    from bot.storage.store import Store

    with in_words():
        source, target = Store(old), Store(new)
        source.require()
        lock = OneProcess(source)
        lock.take()
        try:
            source.open()
            target.open()
            copied = copy.copy(source, target, now=time.time())
        finally:
            lock.release()
            source.close()
            target.close()
        click.echo(f"Copied {sum(copied.values())} rows. Set DATABASE_URL to the new address.")


@cli.command()
def doctor() -> None:
    """Look at tokens, database, clock, channels and sources, and say what to fix; status 1 if something is broken."""
    from bot import doctor as doctors
    from bot import logs

    with in_words():
        settings = _settings()
        logs.configure(level="error", form=settings.log_format, secrets=settings.secrets())  # it makes no file
        sys.exit(asyncio.run(doctors.report(settings)))


@cli.group(invoke_without_command=True)
@click.pass_context
def key(ctx: click.Context) -> None:
    """Print a new key for AIPOLICY_SECRET_KEYS."""
    from cryptography.fernet import Fernet

    if ctx.invoked_subcommand is None:
        click.echo(Fernet.generate_key().decode())


@key.command()
def reseal() -> None:
    """Seal every stored token with the first of AIPOLICY_SECRET_KEYS; after that the older ones can go."""
    from bot.storage import seal
    from bot.storage.store import Store

    with in_words():
        settings = _settings()
        keys = [one.get_secret_value() for one in settings.secret_keys]
        if not keys:
            from bot.errors import ConfigError

            raise ConfigError("AIPOLICY_SECRET_KEYS is empty: put the new key first, the old ones after it.")
        store = Store(settings.database_url)
        store.require()
        store.open()
        try:
            count = store.step(seal.reseal, seal.Sealer(keys))
        finally:
            store.close()
        click.echo(f"{count} secrets are sealed with the first key now.")


def main() -> None:
    """Entry point of the `aipolicy` program."""
    cli(prog_name=PROGRAM)


if __name__ == "__main__":
    main()
