"""Any card, reply or edition, hostile text included, for properties of renderers."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from bot.model import (
    Attachment,
    Button,
    Buttons,
    Card,
    Coverage,
    Difference,
    Edition,
    EditionItem,
    EditionSection,
    Fact,
    Form,
    Frame,
    Label,
    Preview,
    Quote,
    Reading,
    Reply,
    Select,
    Shown,
    Slice,
    Span,
    Table,
    Words,
)

HOSTILE = (
    "<!channel> <!here> <!everyone> @everyone <@U123> <#C123|general> <!subteam^S1>",
    "<https://evil.example|https://bank.example>",
    "[click](https://evil.example) **bold** `code` ```block``` ~~gone~~ ||spoiler||",
    "*bold* _italic_ ~strike~ `code` :smile: > quote\n> more",
    "&lt;!channel&gt; &amp;lt; &#60;!here&#62;",
    "‮esrever‬ zero​width ⁦isolate⁩ \ud83d half",
    "javascript:alert(1) data:text/html,x",
    "عربي وعبرית 中文字 👩‍👩‍👧‍👦 🇺🇸🇬🇧 é",
    "x" * 5000,
    "&" * 4000,
    "👩‍👩‍👧‍👦" * 700,
    "word " * 3000,
    "\n\n\n",
    "",
)
ADDRESSES = (
    "https://news.example/a?b=1&c=2",
    "http://news.example/ü ö|<x>",
    "javascript:alert(1)",
    "data:text/html,hi",
    "https://user:pass@evil.example/",
    "https://news.example/" + "a" * 2900,
    "//news.example/x",
    "",
)
anything = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60))
address = st.sampled_from(ADDRESSES)
code = st.sampled_from(("EU", "US", "US-CA", "GB", "UN", "X-OECD", "??", "AQ"))
moment = st.one_of(
    st.none(), st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))
)


def piece(words: str) -> Slice:
    return Slice(words, Span(0, len(words)))


slices = anything.map(piece)
labels = st.one_of(st.none(), st.sampled_from(("law", "agreement", "signed", "privacy_data", "made-up")).map(Label))
quotes = st.builds(Quote, st.lists(slices, min_size=1, max_size=3).map(tuple), speaker=anything, role=anything)
facts = st.builds(Fact, slices, background=st.booleans())
texts = st.lists(anything, max_size=4).map(tuple)
readings = st.builds(
    Reading,
    headline=slices,
    pull=st.one_of(st.none(), quotes),
    facts=st.lists(facts, max_size=6).map(tuple),
    frame=st.builds(
        Frame, st.lists(code.map(Label), max_size=12).map(tuple), instrument=labels, stage=labels, topic=labels
    ),
)
cards = st.builds(
    Card,
    story_id=st.integers(1, 10**12).map(str),
    article_id=st.just(1),
    url=address,
    outlet=anything,
    reading=readings,
    published=moment,
    also=st.lists(st.builds(Coverage, anything, address, anything), max_size=8).map(tuple),
    confirmed_by=texts,
    differs=st.lists(st.builds(Difference, anything, texts), max_size=12).map(tuple),
    updated_at=moment,
    changes=texts,
    withdrawn=st.booleans(),
    notes=st.lists(anything, max_size=12).map(tuple),
    version=st.integers(1, 99),
)
buttons = st.builds(Button, anything, line=anything, url=address, style=st.sampled_from(("plain", "primary", "danger")))
tables = st.integers(0, 24).flatmap(
    lambda width: st.builds(
        Table,
        st.lists(anything, min_size=width, max_size=width).map(tuple),
        st.lists(st.lists(st.text(max_size=40), max_size=width).map(tuple), max_size=130).map(tuple),
        title=anything,
        links=st.lists(address, max_size=20).map(tuple),
    )
)
selects = st.builds(
    Select,
    anything,
    st.sampled_from(("probe {}", "x" * 300 + "{}")),
    st.lists(st.tuples(anything, anything), max_size=130).map(tuple),
)
parts = st.one_of(
    st.builds(Words, anything, title=anything, code=st.booleans()),
    tables,
    cards.map(Shown),
    st.deferred(lambda: editions).map(Preview),
    st.lists(buttons, max_size=30).map(lambda many: Buttons(tuple(many))),
    selects,
    st.builds(Attachment, anything, st.just("text/csv"), st.just(b"x")),
    st.builds(Form, st.just("latest"), title=anything, values=st.dictionaries(anything, anything, max_size=2)),
)
replies = st.builds(Reply, st.lists(parts, max_size=8).map(tuple), error=st.booleans())
items = st.builds(
    EditionItem,
    st.just("1"),
    anything,
    address,
    anything,
    line=anything,
    outlets=st.integers(1, 9),
    held_reason=anything,
)
editions = st.builds(
    Edition,
    st.just("e1"),
    st.just("slack:C1"),
    anything,
    anything,
    dates=st.lists(st.tuples(anything, anything, address), max_size=30).map(tuple),
    sections=st.lists(
        st.builds(EditionSection, st.just("passed"), anything, st.lists(items, max_size=25).map(tuple)), max_size=4
    ).map(tuple),
    closing=anything,
    draft=st.booleans(),
)
locales = st.sampled_from(("en", "de", "de-AT", "en-US", "fr", ""))
