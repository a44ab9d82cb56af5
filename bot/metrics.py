"""What is counted, for Prometheus: polls, failures, promises, lag, command latency; never an address or a text."""

from __future__ import annotations

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest

from bot import __version__

_LAG_SECONDS = (1, 2, 5, 10, 30, 60, 300, 900, 3600, 21600, 86400)
_PUBLICATION_SECONDS = (10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 43200, 86400, 259200)
_COMMAND_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10)


class Metrics:
    """One process's counters, with a registry of their own so that tests do not share them.

    What the database knows (promises, sources, jobs) is the same in every process; the rest is this process's.
    """

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        registry = self.registry
        ProcessCollector(registry=registry)
        Info("aipolicy_build", "Which version runs", registry=registry).info({"version": __version__})
        # --- this process
        self.polls = Counter("aipolicy_polls", "Sources looked at", ["outcome"], registry=registry)
        self.poll_failures = Counter("aipolicy_poll_failures", "Failed looks, by reason", ["reason"], registry=registry)
        self.entries = Counter("aipolicy_entries", "New entries met", registry=registry)
        self.kept = Counter("aipolicy_articles", "Articles kept as AI policy", registry=registry)
        self.deliveries = Counter(
            "aipolicy_deliveries",
            "Tries to deliver, by what became of them",
            ["platform", "outcome"],
            registry=registry,
        )
        self.delivery_failures = Counter(
            "aipolicy_delivery_failures",
            "Tries that did not succeed, by reason",
            ["platform", "reason"],
            registry=registry,
        )
        self.lag = Histogram(
            "aipolicy_lag_seconds",
            "From planning a card to its receipt",
            ["platform"],
            buckets=_LAG_SECONDS,
            registry=registry,
        )
        self.publication_lag = Histogram(
            "aipolicy_publication_lag_seconds",
            "From an article's publication, as its outlet gives it, to its card's receipt",
            ["platform"],
            buckets=_PUBLICATION_SECONDS,
            registry=registry,
        )
        self.commands = Histogram(
            "aipolicy_command_seconds",
            "Time to answer a command",
            ["command", "door"],
            buckets=_COMMAND_SECONDS,
            registry=registry,
        )
        self.editions = Counter(
            "aipolicy_editions", "Digests whose time came, by outcome", ["outcome"], registry=registry
        )
        self.job_failures = Counter(
            "aipolicy_job_failures", "Timed work that ended in a fault of ours", ["job"], registry=registry
        )
        self.children_killed = Counter(
            "aipolicy_children_killed", "Readers of documents ended by force", registry=registry
        )
        self._killed = 0
        self.leader = Gauge("aipolicy_leader", "1 in the process that has the clock", registry=registry)
        # --- the whole deployment, read from the database
        self.database = Gauge("aipolicy_database_up", "1 when the database answered just now", registry=registry)
        self.promises = Gauge("aipolicy_promises", "Promises not settled, by state", ["state"], registry=registry)
        self.waiting = Gauge(
            "aipolicy_promises_due", "Promises that are due and not kept, by how long", ["age"], registry=registry
        )
        self.oldest = Gauge("aipolicy_oldest_due_seconds", "Age of the oldest promise that is due", registry=registry)
        self.sources_known = Gauge("aipolicy_sources", "Sources that are read", registry=registry)
        self.sources_due = Gauge(
            "aipolicy_sources_due", "Sources that are due and not looked at yet", registry=registry
        )
        self.sources_failing = Gauge("aipolicy_sources_failing", "Sources whose last look failed", registry=registry)
        self.queue = Gauge("aipolicy_queue_jobs", "Jobs that wait (PostgreSQL)", ["queue"], registry=registry)
        self.hubs = Gauge("aipolicy_websub", "WebSub subscriptions, by state", ["state"], registry=registry)

    def polled(self, summary_counts: Mapping[str, int], failed: Mapping[str, int], *, new: int, kept: int) -> None:
        """Count one cycle: looks by outcome, failures by reason, what it brought."""
        for outcome, count in summary_counts.items():
            self.polls.labels(outcome).inc(count)
        for reason, count in failed.items():
            self.poll_failures.labels(reason).inc(count)
        self.entries.inc(new)
        self.kept.inc(kept)

    def killed(self, total: int) -> None:
        """Readers ended by force since the start."""
        self.children_killed.inc(max(0, total - self._killed))
        self._killed = max(total, self._killed)

    def text(self) -> bytes:
        """The exposition format."""
        return generate_latest(self.registry)
