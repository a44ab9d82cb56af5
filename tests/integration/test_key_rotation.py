"""A key is changed as docs/operating.md says, with the program itself: nothing is lost, and a mistake is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import Connection, insert, select

from bot.errors import StorageError
from bot.storage import installs, seal
from bot.storage.installs import Install, Secrets
from bot.storage.seal import Sealer
from bot.storage.store import Store
from bot.storage.tables import sources, websub
from tests import program

TOKEN, HUB_SECRET = "xoxb-CanaryToken", "CanaryHub"
GUIDE = Path(__file__).parents[2] / "docs" / "operating.md"


def fill(db: Connection, keys: list[str]) -> None:
    """An installed workspace and a subscribed hub, sealed as these keys do it."""
    sealer = Sealer(keys)
    installs.save(db, Install("slack:T1", Secrets(TOKEN)), sealer, 1.0)
    db.execute(insert(sources).values(id=5, kind="feed", url="https://example.org/feed"))
    blob = sealer.seal(HUB_SECRET, seal.websub_bind(5))
    db.execute(insert(websub).values(source_id=5, hub="https://hub.example.org/", topic="t", sealed=blob))


def opened(db: Connection, keys: list[str]) -> tuple[str, str]:
    """(token, the hub's secret) with these keys."""
    sealer = Sealer(keys)
    found = installs.find(db, "slack:T1", sealer)
    assert found is not None
    blob = db.execute(select(websub.c.sealed)).scalar_one()
    return found.secrets.bot_token, sealer.open(blob, seal.websub_bind(5))


def secrets_line(home: Path, url: str, *keys: str) -> str:
    """What `aipolicy doctor` says about secrets with these keys; nothing it prints holds one."""
    done = program.run(home, "doctor", COLUMNS="400", DATABASE_URL=url, AIPOLICY_SECRET_KEYS=",".join(keys))
    assert "Canary" not in done.stdout + done.stderr
    assert not any(key in done.stdout + done.stderr for key in keys)
    return next(line.strip() for line in done.stdout.splitlines() if " secrets: " in line)


@pytest.mark.slow
def test_the_written_steps_move_every_secret_to_a_new_key(tmp_path: Path, store_url: str) -> None:
    old = Fernet.generate_key().decode()
    store = Store(store_url)
    store.open()
    store.step(fill, [old])
    assert secrets_line(tmp_path, store_url, old) == "fine   secrets: 2 are stored, sealed with the first key."

    new = program.run(tmp_path, "key").stdout.strip()
    assert secrets_line(tmp_path, store_url, new).startswith("broken secrets: 2 do not open: slack:T1, websub:5.")

    # 1. the new one in front: all still opens, and what is sealed now is sealed with the new one
    assert secrets_line(tmp_path, store_url, new, old).startswith("look   secrets: 2 are sealed with an older key.")
    assert store.look(opened, [new, old]) == (TOKEN, HUB_SECRET)
    fresh = Install("slack:T2", Secrets(TOKEN))
    store.step(installs.save, fresh, Sealer([new, old]), 2.0)
    assert store.look(installs.find, "slack:T2", Sealer([new])) is not None

    # 2. reseal
    done = program.run(tmp_path, "key", "reseal", DATABASE_URL=store_url, AIPOLICY_SECRET_KEYS=f"{new},{old}")
    assert (done.returncode, done.stdout.strip()) == (0, "3 secrets are sealed with the first key now.")

    # 3. the old one goes
    assert secrets_line(tmp_path, store_url, new) == "fine   secrets: 3 are stored, sealed with the first key."
    assert store.look(opened, [new]) == (TOKEN, HUB_SECRET)
    with pytest.raises(StorageError, match="slack:T1"):
        store.look(opened, [old])
    store.close()


@pytest.mark.slow
def test_a_reseal_without_the_old_key_changes_nothing(tmp_path: Path, store_url: str) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    store = Store(store_url)
    store.open()
    store.step(fill, [old])
    done = program.run(tmp_path, "key", "reseal", DATABASE_URL=store_url, AIPOLICY_SECRET_KEYS=new)
    assert done.returncode == 1
    assert "slack:T1" in done.stderr
    assert "Canary" not in done.stderr + done.stdout
    assert store.look(opened, [old]) == (TOKEN, HUB_SECRET)
    store.close()


def test_the_guide_has_the_steps_in_this_order() -> None:
    steps = re.search(r"## Keys\n(.*?)\n## ", GUIDE.read_text("utf-8"), re.DOTALL)
    assert steps is not None
    order = ["aipolicy key`", "AIPOLICY_SECRET_KEYS=new,old", "aipolicy key reseal", "AIPOLICY_SECRET_KEYS=new`"]
    places = [steps[1].index(each) for each in order]
    assert places == sorted(places)
