"""What is counted, for Prometheus: polls, failures, promises, lag, command latency; never an address or a text."""

from __future__ import annotations

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_LAG_SECONDS = (1, 2, 5, 10, 30, 60, 300, 900, 3600, 21600, 86400)


class Metrics:
    """One process's counters, with a registry of their own so that tests do not share them."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.polls = Counter("aipolicy_polls", "Sources looked at", ["outcome"], registry=self.registry)
        self.poll_failures = Counter(
            "aipolicy_poll_failures", "Failed looks, by reason", ["reason"], registry=self.registry
        )
        self.entries = Counter("aipolicy_entries", "New entries met", registry=self.registry)
        self.kept = Counter("aipolicy_articles", "Articles kept as AI policy", registry=self.registry)
        self.deliveries = Counter(
            "aipolicy_deliveries",
            "Tries to deliver, by what became of them",
            ["platform", "outcome"],
            registry=self.registry,
        )
        self.lag = Histogram(
            "aipolicy_lag_seconds",
            "From planning a card to its receipt",
            ["platform"],
            buckets=_LAG_SECONDS,
            registry=self.registry,
        )
        self.commands = Histogram(
            "aipolicy_command_seconds", "Time to answer a command", ["command", "door"], registry=self.registry
        )
        self.promises = Gauge("aipolicy_promises", "Promises, by state", ["state"], registry=self.registry)
        self.oldest = Gauge(
            "aipolicy_oldest_due_seconds", "Age of the oldest promise that is due", registry=self.registry
        )
        self.sources_due = Gauge(
            "aipolicy_sources_due", "Sources that are due and not looked at yet", registry=self.registry
        )
        self.sources_failing = Gauge(
            "aipolicy_sources_failing", "Sources whose last look failed", registry=self.registry
        )
        self.children_killed = Gauge(
            "aipolicy_children_killed", "Readers of documents ended by force", registry=self.registry
        )

    def polled(self, summary_counts: Mapping[str, int], failed: Mapping[str, int], *, new: int, kept: int) -> None:
        """Count one cycle: looks by outcome, failures by reason, what it brought."""
        for outcome, count in summary_counts.items():
            self.polls.labels(outcome).inc(count)
        for reason, count in failed.items():
            self.poll_failures.labels(reason).inc(count)
        self.entries.inc(new)
        self.kept.inc(kept)

    def text(self) -> bytes:
        """The exposition format."""
        return generate_latest(self.registry)
