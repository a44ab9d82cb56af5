"""Sealing: owners, rotation, wrong keys, and nothing that shows a secret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ConfigError, StorageError
from bot.storage.seal import Sealer

OLD = "old-key-0123456789-0123456789-0123456789"
NEW = "new-key-0123456789-0123456789-0123456789"


@given(text=st.text(), bind=st.text(max_size=40))
def test_what_was_sealed_opens_for_its_owner(text: str, bind: str) -> None:
    sealer = Sealer([OLD])
    assert sealer.open(sealer.seal(text, bind), bind) == text


def test_a_secret_moved_to_another_owner_stays_shut() -> None:
    sealer = Sealer([OLD])
    blob = sealer.seal("xoxb-secret", "slack:T1")
    with pytest.raises(StorageError, match="slack:T2"):
        sealer.open(blob, "slack:T2")


def test_the_same_text_is_never_the_same_blob_and_is_not_in_it() -> None:
    sealer = Sealer([OLD])
    first, second = sealer.seal("xoxb-secret", "slack:T1"), sealer.seal("xoxb-secret", "slack:T1")
    assert first != second
    assert b"xoxb" not in first


def test_rotation_in_three_steps() -> None:
    blob = Sealer([OLD]).seal("xoxb-secret", "slack:T1")
    both = Sealer([NEW, OLD])
    assert both.open(blob, "slack:T1") == "xoxb-secret"
    moved = both.rotate(blob, "slack:T1")
    assert Sealer([NEW]).open(moved, "slack:T1") == "xoxb-secret"
    with pytest.raises(StorageError):
        Sealer([OLD]).open(moved, "slack:T1")


@pytest.mark.parametrize("blob", [b"", b"x", b"gAAAAA", bytes(range(256))])
def test_damaged_blobs_are_refused_in_words(blob: bytes) -> None:
    with pytest.raises(StorageError, match="does not open"):
        Sealer([OLD]).open(blob, "slack:T1")


@pytest.mark.parametrize("keys", [[], ["short"], [OLD, ""]])
def test_keys_that_are_missing_or_too_short_are_refused(keys: list[str]) -> None:
    with pytest.raises(ConfigError, match="secrets"):
        Sealer(keys)


def test_nothing_about_a_sealer_shows_its_keys() -> None:
    sealer = Sealer([OLD])
    assert OLD not in repr(sealer)
    with pytest.raises(StorageError) as caught:
        sealer.open(b"x", "slack:T1")
    assert OLD not in str(caught.value)
