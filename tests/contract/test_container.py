"""The Containerfile: non-root, locked by hash, with a health check; and the package it installs is whole."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from bot import config
from tests import documents

ROOT = documents.ROOT
OPERATING = (ROOT / "docs" / "operating.md").read_text("utf-8")


def instructions() -> list[tuple[str, str]]:
    """(instruction, rest) of every line, joined where a line goes on; comments left out."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "Containerfile").read_text("utf-8"))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


LINES = instructions()
FINAL = LINES[max(at for at, (name, _) in enumerate(LINES) if name == "FROM") :]
KNOWN = {
    "FROM",
    "RUN",
    "COPY",
    "ENV",
    "WORKDIR",
    "VOLUME",
    "USER",
    "EXPOSE",
    "STOPSIGNAL",
    "HEALTHCHECK",
    "ENTRYPOINT",
    "CMD",
}


def only(name: str) -> str:
    """The rest of the one line with this instruction in the final image."""
    found = [rest for one, rest in FINAL if one == name]
    assert len(found) == 1, name
    return found[0]


def test_every_instruction_is_one_there_is() -> None:
    assert {name for name, _ in LINES} <= KNOWN
    assert LINES[0][0] == "FROM"


def test_images_are_named_in_full_and_never_latest() -> None:
    for name, rest in LINES:
        if name == "FROM":
            image = rest.split()[0]
            assert re.fullmatch(r"[\w.-]+\.[a-z]+/[\w./-]+:[\w.-]+", image), image
            assert not image.endswith(":latest")
            assert re.search(r":\d+\.\d+-slim-[a-z]+$", image), "a version of Python and a release of the system"


def test_it_runs_as_a_user_of_its_own_by_number() -> None:
    user, _, group = only("USER").partition(":")
    assert int(user) >= 10000
    assert int(group) >= 10000
    after = FINAL[[name for name, _ in FINAL].index("USER") :]
    assert not [name for name, _ in after if name in ("RUN", "COPY")], "nothing is made after the rights were given up"


def test_dependencies_are_the_locked_ones() -> None:
    installs = [rest for name, rest in LINES if name == "RUN" and "pip install" in rest]
    assert "--require-hashes" in installs[0]
    assert "requirements.lock" in installs[0]
    assert all("--no-deps" in rest for rest in installs)
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert lock.count("--hash=sha256:") > 50


def test_nothing_secret_is_baked_in() -> None:
    text = (ROOT / "Containerfile").read_text("utf-8")
    for name in config.names():
        if re.search(r"TOKEN|SECRET|KEY", name):
            assert name not in text
    assert "ADD" not in {name for name, _ in LINES}
    assert not [rest for name, rest in LINES if name == "COPY" and rest.split()[0] in (".", "./", "*")]
    ignored = (ROOT / ".containerignore").read_text("utf-8").splitlines()
    assert ignored[0] == "*"
    assert not [line for line in ignored if ".env" in line]
    assert (ROOT / ".dockerignore").read_text("utf-8") == (ROOT / ".containerignore").read_text("utf-8")


def test_it_says_how_it_is_and_stops_when_told() -> None:
    assert "/readyz" in only("HEALTHCHECK")
    assert only("STOPSIGNAL") == "SIGTERM"
    assert only("ENTRYPOINT").startswith("["), "no shell between the signal and the program"
    assert only("CMD").startswith("[")
    assert only("VOLUME") == "/data"
    assert "DATABASE_URL=sqlite:////data/" in only("ENV")


def test_every_setting_it_gives_is_one_there_is() -> None:
    given = set(re.findall(r"\b([A-Z][A-Z_]+)=", only("ENV")))
    assert given - {"PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"} <= set(config.names())


def test_what_it_copies_is_there() -> None:
    for name, rest in LINES:
        if name == "COPY" and "--from" not in rest:
            for part in rest.split()[:-1]:
                assert (ROOT / part).exists(), part


def test_the_compose_files_are_read_only_and_without_rights() -> None:
    blocks = re.findall(r"(?:^    .*\n)+", OPERATING, re.MULTILINE)
    files = [yaml.safe_load(block) for block in blocks if block.lstrip().startswith("services:")]
    assert len(files) == 2
    for compose in files:
        for name, service in compose["services"].items():
            if name == "db":
                continue
            assert service["read_only"] is True
            assert service["init"] is True, "the kernel ignores a signal to process 1 before Python handles it"
            assert service["tmpfs"] == ["/tmp"]
            assert service["security_opt"] == ["no-new-privileges:true"]
            assert "user" not in service, "the image's own user stays"
            assert not service.get("privileged")
            assert service["cap_drop"] == ["ALL"]
            assert service["image"] == "aipolicy"
    assert {"clock", "worker", "slack", "discord", "web"} <= set(files[1]["services"])


@pytest.mark.slow
def test_the_package_built_from_what_is_copied_is_whole(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source / name)
    shutil.copytree(ROOT / "bot", source / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "--no-index",
            "-w",
            ".",
            "./source",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "bot").rglob("*")
        if path.is_file() and path.suffix not in (".pyc",)
    }
    assert wanted <= packed, sorted(wanted - packed)[:10]
