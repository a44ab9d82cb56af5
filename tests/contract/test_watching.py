"""Dashboard and alerts use metrics that exist; every alert, every endpoint and every shell command is explained."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from bot.__main__ import cli
from bot.metrics import Metrics
from tests import documents

DOCS = documents.ROOT / "docs"
OPERATING = (DOCS / "operating.md").read_text("utf-8")
ALERTS = yaml.safe_load((DOCS / "alerts.yml").read_text("utf-8"))
DASHBOARD = json.loads((DOCS / "grafana-dashboard.json").read_text("utf-8"))
RULES: list[dict[str, Any]] = [rule for group in ALERTS["groups"] for rule in group["rules"]]
EXPRESSIONS = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
EXPRESSIONS += [rule["expr"] for rule in RULES]


def series() -> dict[str, set[str]]:
    """Name of every time series a process offers, with its labels."""
    found: dict[str, set[str]] = {}
    for family in Metrics().registry.collect():
        labels: set[str] = set()
        names = {family.name}
        if family.type == "counter":
            names = {f"{family.name}_total"}
        elif family.type == "histogram":
            names = {f"{family.name}_{end}" for end in ("bucket", "count", "sum")}
            labels = {"le"}
        for name in names:
            found[name] = labels
    for metric in vars(Metrics()).values():
        for own in getattr(metric, "_labelnames", ()):
            for name, labels in found.items():
                if name.startswith(metric._name):
                    labels.add(own)
    return found


SERIES = series()


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_metric_that_is_drawn_or_watched_exists(expression: str) -> None:
    used = re.findall(r"\b(?:aipolicy|process)_\w+", expression)
    assert used
    for name in used:
        assert name in SERIES
    for wanted in re.findall(r"by \(([^)]*)\)", expression):
        for label in wanted.split(","):
            assert any(label.strip() in SERIES[name] for name in used), label
    assert expression.count("(") == expression.count(")")


def test_every_metric_of_ours_is_drawn_somewhere() -> None:
    drawn = " ".join(EXPRESSIONS)
    families = {re.sub(r"_(total|bucket|count|sum|created|info)$", "", name) for name in SERIES}
    missing = {name for name in families if name.startswith("aipolicy_") and name not in drawn}
    assert missing <= {"aipolicy_build"}


@pytest.mark.parametrize("rule", RULES, ids=[rule["alert"] for rule in RULES])
def test_every_alert_says_what_and_what_to_do(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert rule["annotations"]["summary"].endswith(".")
    assert f"| `{rule['alert']}` |" in OPERATING


def test_no_alert_is_explained_that_is_not_there() -> None:
    explained = set(re.findall(r"^\| `([A-Z]\w+)` \|", OPERATING, re.MULTILINE))
    assert explained == {rule["alert"] for rule in RULES}


def test_the_dashboard_is_one_that_grafana_takes() -> None:
    assert DASHBOARD["title"]
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in DASHBOARD["panels"]]
    assert len(set(places)) == len(places)
    assert all(panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24 for panel in DASHBOARD["panels"])


def commands(group: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command of the shell, those of groups too, hidden ones not."""
    found: list[tuple[str, ...]] = []
    for name, command in sorted(group.commands.items()):
        if command.hidden:
            continue
        found += commands(command, (*path, name)) if hasattr(command, "commands") else [(*path, name)]
    return found


@pytest.mark.parametrize("path", commands(cli), ids=" ".join)
def test_every_shell_command_explains_itself(path: tuple[str, ...]) -> None:
    told = CliRunner().invoke(cli, [*path, "--help"])
    assert told.exit_code == 0
    assert len(told.output.splitlines()[2].strip()) > 10, "what it does, in a sentence"
    assert f"aipolicy {' '.join(path)}" in OPERATING or f"aipolicy {' '.join(path)}" in documents_text()


def documents_text() -> str:
    """README and all documents."""
    paths = [documents.ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
    return "\n".join(path.read_text("utf-8") for path in paths)


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_every_endpoint_is_explained(path: str) -> None:
    assert f"`{path}`" in OPERATING
