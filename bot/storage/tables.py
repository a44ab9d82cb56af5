"""Every table. Times are UTC seconds since 1970 (`*_at`), JSON is text, ids of people and places are `platform:id`."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# SQLite only counts an INTEGER PRIMARY KEY up by itself; PostgreSQL gets 64 bits.
Id = BigInteger().with_variant(Integer, "sqlite")
Seconds = Float  # UTC seconds since 1970-01-01


def _at(name: str, nullable: bool = True) -> Column[float]:
    return Column(name, Seconds, nullable=nullable)


# --------------------------------------------------------------------------- who

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Text, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("locale", Text, nullable=False, server_default="en"),
    Column("zone", Text, nullable=False, server_default="UTC"),
    Column("state", Text, nullable=False, server_default="active"),  # active unavailable revoked removed
    Column("settings", Text, nullable=False, server_default="{}"),
    Column("installed_by", Text, nullable=False, server_default=""),
    _at("created_at"),
    _at("state_at"),
)

# The installer, people and roles a manager named. Deny by default: nobody else may write.
managers = Table(
    "managers",
    metadata,
    Column("workspace_id", Text, ForeignKey("workspaces.id"), primary_key=True),
    Column("subject", Text, primary_key=True),  # slack:U1, discord:123, discord:role:456
    Column("added_by", Text, nullable=False, server_default=""),
    _at("added_at"),
)

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workspace_id", Text, primary_key=True),
    Column("name", Text, nullable=False, server_default=""),
    Column("locale", Text, nullable=False, server_default=""),
    Column("zone", Text, nullable=False, server_default=""),
    Column("settings", Text, nullable=False, server_default="{}"),
)

channels = Table(
    "channels",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workspace_id", Text, ForeignKey("workspaces.id"), nullable=False, index=True),
    Column("name", Text, nullable=False, server_default=""),
    Column("kind", Text, nullable=False, server_default="text"),
    Column("state", Text, nullable=False, server_default="ok"),  # ok paused gone
    Column("state_reason", Text, nullable=False, server_default=""),
    _at("state_at"),
    Column("settings", Text, nullable=False, server_default="{}"),
)

# Tokens of installed workspaces, sealed (MultiFernet, workspace id bound in).
installs = Table(
    "installs",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("scopes", Text, nullable=False, server_default=""),
    Column("bot_user", Text, nullable=False, server_default=""),
    Column("installed_by", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False, server_default="active"),  # active revoked removed
    _at("at"),
)

# --------------------------------------------------------------------------- sources

sources = Table(
    "sources",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("url", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False, server_default=""),
    Column("homepage", Text, nullable=False, server_default=""),
    Column("grp", Text, nullable=False, server_default=""),
    Column("jurisdiction", Text, nullable=False, server_default=""),
    Column("language", Text, nullable=False, server_default=""),
    Column("options", Text, nullable=False, server_default="{}"),
    Column("state", Text, nullable=False, server_default="active"),  # active retired
    # What polling remembers (sources.SourceState as JSON) and the one due index.
    Column("polling", Text, nullable=False, server_default="{}"),
    Column("items", LargeBinary),  # hashes of the items in the last document, 8 bytes each
    _at("due_at"),
    _at("lease_until"),
    Column("lease_by", Text, nullable=False, server_default=""),
    _at("ok_at"),
    _at("new_at"),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),  # of the last failure
    _at("added_at"),
    Index("sources_due", "state", "due_at"),
)

# A workspace's choice of a source; the address is polled once however many chose it.
choices = Table(
    "choices",
    metadata,
    Column("workspace_id", Text, ForeignKey("workspaces.id"), primary_key=True),
    Column("source_id", Id, ForeignKey("sources.id"), primary_key=True),
    Column("name", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False, server_default="active"),  # active paused
    Column("added_by", Text, nullable=False, server_default=""),
    _at("added_at"),
    Index("choices_by_source", "source_id"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source_id", Id, ForeignKey("sources.id"), nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("remedy", Text, nullable=False, server_default=""),
    _at("opened_at"),
    _at("closed_at"),
)

websub = Table(
    "websub",
    metadata,
    Column("source_id", Id, ForeignKey("sources.id"), primary_key=True),
    Column("hub", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),  # the secret
    Column("state", Text, nullable=False, server_default="new"),  # new asked active denied
    _at("asked_at"),
    _at("lease_until"),
)

# --------------------------------------------------------------------------- news

articles = Table(
    "articles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source_id", Id, nullable=False),
    Column("story_id", Id, index=True),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False, server_default=""),
    Column("body", Text, nullable=False, server_default=""),  # emptied by retention
    Column("outlet", Text, nullable=False, server_default=""),
    Column("authors", Text, nullable=False, server_default="[]"),
    Column("language", Text, nullable=False, server_default=""),
    Column("primary_source", Boolean, nullable=False, server_default="0"),
    Column("title_hash", Text, nullable=False, server_default=""),
    Column("text_hash", Text, nullable=False, server_default=""),
    Column("score", Float, nullable=False, server_default="0"),
    Column("reading", Text, nullable=False, server_default="{}"),  # model.Reading
    Column("signature", Text, nullable=False, server_default=""),  # pipeline.stories.Signature
    Column("state", Text, nullable=False, server_default="ok"),  # ok withdrawn
    Column("trace", Text, nullable=False, server_default=""),
    _at("published_at"),
    _at("fetched_at"),
    _at("changed_at"),
    Index("articles_by_day", "fetched_at"),
)

# Several identity keys per article; also of entries that were judged and left out (article_id null).
article_keys = Table(
    "article_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("article_id", Id),
    Column("title_hash", Text, nullable=False, server_default=""),
    Column("text_hash", Text, nullable=False, server_default=""),
    _at("seen_at"),
    Index("article_keys_by_article", "article_id"),
)

# Articles whose page failed, so that their card has only what the feed gave: the page is read again.
pages_owed = Table(
    "pages_owed",
    metadata,
    Column("article_id", Id, primary_key=True, autoincrement=False),
    Column("source_id", Id, nullable=False),
    Column("entry", Text, nullable=False),  # model.Entry
    Column("outlet", Text, nullable=False, server_default=""),
    Column("trace", Text, nullable=False, server_default=""),
    Column("tries", Integer, nullable=False, server_default="1"),
    _at("due_at"),
    Index("pages_owed_due", "due_at"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lead_article_id", Id),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("headline", Text, nullable=False, server_default=""),
    Column("url", Text, nullable=False, server_default=""),
    Column("outlet", Text, nullable=False, server_default=""),
    Column("card", Text, nullable=False, server_default="{}"),  # model.Card as it stands
    Column("topic", Text, nullable=False, server_default=""),
    Column("topics", Text, nullable=False, server_default=""),  # " a b " with spaces around, for LIKE
    Column("jurisdictions", Text, nullable=False, server_default=""),  # " US GB "
    Column("instrument", Text, nullable=False, server_default=""),
    Column("stage", Text, nullable=False, server_default=""),
    Column("measure", Text, nullable=False, server_default="", index=True),  # dossier it belongs to
    Column("primary_source", Boolean, nullable=False, server_default="0"),
    Column("outlets", Integer, nullable=False, server_default="1"),
    Column("score", Float, nullable=False, server_default="0"),
    Column("withdrawn", Boolean, nullable=False, server_default="0"),
    _at("created_at", nullable=False),
    _at("updated_at", nullable=False),
    _at("edited_at"),
    Index("stories_newest", "created_at", "id"),
    # Lists are narrowed in this index alone, so that no card is read that is not shown.
    Index("stories_labels", "created_at", "id", "topics", "jurisdictions", "instrument", "stage"),
)

# The few strongest terms of a story: candidates are found at the same cost however much is stored.
story_terms = Table(
    "story_terms",
    metadata,
    Column("term", Text, primary_key=True),
    Column("story_id", Id, primary_key=True),
    Column("day", Integer, nullable=False),  # days since 1970
    Index("story_terms_by_day", "term", "day"),
)

# "Not the same story": remembered and never joined again.
splits = Table(
    "splits",
    metadata,
    Column("article_id", Id, primary_key=True),
    Column("story_id", Id, primary_key=True),
    Column("by", Text, nullable=False),
    _at("at"),
)

dates = Table(
    "dates",
    metadata,
    Column("id", Id, primary_key=True),
    Column("story_id", Id, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("on_date", Text, nullable=False, index=True),  # ISO 8601
    Column("what", Text, nullable=False, server_default=""),
    Column("words", Text, nullable=False, server_default="{}"),  # model.Slice
    Column("article_id", Id, nullable=False),
    Column("measure", Text, nullable=False, server_default=""),
    Column("moved_from", Text, nullable=False, server_default=""),
    _at("updated_at"),
    UniqueConstraint("story_id", "kind", "on_date"),
)

# What happened to every address ever seen, in order; `why <link>` reads it.
ledger = Table(
    "ledger",
    metadata,
    Column("id", Id, primary_key=True),
    Column("url_key", Text, nullable=False, index=True),  # hash of the canonical address
    Column("url", Text, nullable=False, server_default=""),
    Column("article_id", Id, index=True),
    Column("story_id", Id, index=True),
    Column("source_id", Id),
    Column("channel_id", Text, nullable=False, server_default=""),
    Column("promise_id", Text, nullable=False, server_default=""),
    Column("step", Text, nullable=False),  # seen fetched judged grouped planned held posted edited failed ...
    Column("outcome", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("trace", Text, nullable=False, server_default=""),
    _at("at", nullable=False),
)

# --------------------------------------------------------------------------- channels' choices

follows = Table(
    "follows",
    metadata,
    Column("channel_id", Text, ForeignKey("channels.id"), primary_key=True),
    Column("workspace_id", Text, nullable=False, index=True),
    Column("rule", Text, nullable=False, server_default=""),  # pipeline.rules, canonical; empty = all
    Column("instant", Text, nullable=False, server_default=""),  # rule for instant cards; empty = all
    Column("settings", Text, nullable=False, server_default="{}"),  # strictness, cap, quiet hours, threads, ...
    Column("state", Text, nullable=False, server_default="active"),  # active paused
    Column("by", Text, nullable=False, server_default=""),
    _at("since_at", nullable=False),
)

saved_rules = Table(
    "saved_rules",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("rule", Text, nullable=False),
    Column("by", Text, nullable=False, server_default=""),
    _at("at"),
)

tracks = Table(
    "tracks",
    metadata,
    Column("channel_id", Text, primary_key=True),
    Column("measure", Text, primary_key=True),
    Column("last_stage", Text, nullable=False, server_default=""),
    Column("thread_id", Text, nullable=False, server_default=""),
    Column("by", Text, nullable=False, server_default=""),
    _at("at"),
)

schedules = Table(
    "schedules",
    metadata,
    Column("channel_id", Text, primary_key=True),
    Column("cadence", Text, nullable=False),  # daily weekdays weekly
    Column("hour", Integer, nullable=False),
    Column("minute", Integer, nullable=False, server_default="0"),
    Column("weekday", Integer, nullable=False, server_default="0"),  # Monday is 0
    Column("zone", Text, nullable=False, server_default="UTC"),
    Column("holidays", Text, nullable=False, server_default=""),  # country code, empty = none skipped
    Column("most", Integer, nullable=False, server_default="20"),
    Column("say_nothing", Boolean, nullable=False, server_default="0"),
    Column("approve", Boolean, nullable=False, server_default="0"),
    Column("settings", Text, nullable=False, server_default="{}"),
    Column("by", Text, nullable=False, server_default=""),
    _at("next_at"),
    _at("covered_until"),
    Index("schedules_due", "next_at"),
)

editions = Table(
    "editions",
    metadata,
    Column("id", Text, primary_key=True),  # one per channel and slot: asking twice makes one
    Column("channel_id", Text, nullable=False, index=True),
    Column("state", Text, nullable=False),  # draft published empty skipped
    Column("body", Text, nullable=False, server_default="{}"),  # model.Edition
    Column("choices", Text, nullable=False, server_default="{}"),  # an editor's drop, move, pin
    _at("slot_at", nullable=False),
    _at("from_at"),
    _at("until_at"),
    _at("created_at"),
    _at("published_at"),
    Index("editions_newest", "slot_at", "id"),
    Index("editions_of_channel", "channel_id", "slot_at", "id"),
)

saved = Table(
    "saved",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("story_id", Id, primary_key=True),
    _at("at"),
)

# useful / not for us, wrong tag or quote
marks = Table(
    "marks",
    metadata,
    Column("channel_id", Text, primary_key=True),
    Column("story_id", Id, primary_key=True),
    Column("person_id", Text, primary_key=True),
    Column("mark", Text, primary_key=True),
    _at("at"),
)

# --------------------------------------------------------------------------- promises

promises = Table(
    "promises",
    metadata,
    Column("id", Text, primary_key=True),  # at most 25 characters, derived from what is owed to whom
    Column("seq", Id, nullable=False),  # order within the channel
    Column("channel_id", Text, nullable=False),
    Column("workspace_id", Text, nullable=False, server_default=""),
    Column("source_id", Id),  # whose article made it, for the cap per source and hour
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("part", Integer, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("state", Text, nullable=False, server_default="planned"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("message_id", Text, nullable=False, server_default=""),
    Column("thread_id", Text, nullable=False, server_default=""),
    Column("permalink", Text, nullable=False, server_default=""),
    Column("payload", Text, nullable=False, server_default=""),  # notices and edition parts, as JSON
    Column("reason", Text, nullable=False, server_default=""),
    Column("doubtful", Boolean, nullable=False, server_default="0"),
    Column("plain", Integer, nullable=False, server_default="0"),  # 1: the platform refused the full message
    Column("lease_by", Text, nullable=False, server_default=""),
    Column("trace", Text, nullable=False, server_default=""),
    _at("lease_until"),
    _at("due_at", nullable=False),
    _at("created_at", nullable=False),
    _at("tried_at"),  # when the last post left
    _at("sent_at"),
    Index("promises_open", "state", "due_at"),
    Index("promises_by_channel", "channel_id", "state", "seq"),
    Index("promises_order", "channel_id", "seq"),
    Index("promises_about", "about", "channel_id"),
    Index("promises_recent", "channel_id", "created_at"),
)

# A channel is served by one worker at a time, so its order is kept; a pause holds for all of them.
lanes = Table(
    "lanes",
    metadata,
    Column("id", Text, primary_key=True),  # channel id, workspace id or platform
    Column("lease_by", Text, nullable=False, server_default=""),
    _at("lease_until"),
    _at("not_before"),  # 429, outage, one message a second
    Column("reason", Text, nullable=False, server_default=""),
)

# --------------------------------------------------------------------------- the rest

# Buttons whose command line is longer than a platform's id.
presses = Table(
    "presses",
    metadata,
    Column("id", Text, primary_key=True),
    Column("line", Text, nullable=False),
    _at("at"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("workspace_id", Text, nullable=False, index=True),
    Column("person_id", Text, nullable=False, server_default=""),
    Column("person_name", Text, nullable=False, server_default=""),
    Column("action", Text, nullable=False),
    Column("detail", Text, nullable=False, server_default=""),
    _at("at", nullable=False),
)

# Small facts that belong to the whole deployment: hash of the synced command tree, seen request signatures, ...
meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False, server_default=""),
    _at("at"),
)
