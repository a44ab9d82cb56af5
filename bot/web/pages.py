"""HTML pages from templates: the reader's language, addresses, and what templates may call."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from importlib import resources
from urllib.parse import quote, urlencode

import jinja2
from babel.dates import format_date
from markupsafe import Markup

from bot.editions import DATE_WORDS, day_text
from bot.model import Card, Frame, Quote
from bot.pipeline import edition, jurisdictions, measure_titles, measures, taxonomy, urls
from bot.pipeline.dossiers import Step
from bot.render import labels, plain
from bot.speech import LOCALES, Speech, speech

STATIC = {"archive.css": "text/css", "icon.svg": "image/svg+xml"}
_MOST_LANGUAGES = 20  # entries of Accept-Language that are read


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the language, whether it was asked for in the address, and where the archive stands."""

    locale: str
    asked: bool  # `?lang=`: links keep it
    root: str  # path in front of every address of ours, no slash at the end
    base: str  # the same with scheme and host, for canonical addresses and feeds

    def link(self, path: str, **query: object) -> str:
        """An address of ours, with the reader's choice of language kept; empty values are left out."""
        return self.root + _with(path, query, self.locale if self.asked else "")

    def whole(self, path: str, **query: object) -> str:
        """The same with scheme and host, whatever language was asked for."""
        return self.base + _with(path, query, "")


def _with(path: str, query: Mapping[str, object], lang: str) -> str:
    given = {name: str(value) for name, value in {**query, "lang": lang}.items() if value not in ("", None)}
    if query.get("lang"):
        given["lang"] = str(query["lang"])
    return quote(path, safe="/@:,~") + (f"?{urlencode(given)}" if given else "")


def language(accept: str) -> str:
    """The language of ours that an Accept-Language header likes best; English when it names none of them."""
    best: tuple[float, str] = (0.0, LOCALES[0])
    for entry in accept[:1000].split(",")[:_MOST_LANGUAGES]:
        match = re.fullmatch(
            r"\s*([a-zA-Z]{1,8})(?:-[\w-]*)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?", entry, re.ASCII
        )
        if match and match[1].lower() in LOCALES and float(match[2] or 1) > best[0]:
            best = (float(match[2] or 1), match[1].lower())
    return best[1]


@cache
def static(name: str) -> tuple[bytes, str]:
    """(bytes, short hash) of a file that ships in `static/`."""
    data = (resources.files("bot.web") / "static" / name).read_bytes()
    return data, hashlib.blake2b(data, digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Page:
    """What every page says of itself in its head. `path` is the canonical one."""

    title: str
    path: str
    query: Mapping[str, object] = field(default_factory=dict)
    about: str = ""  # for search engines and previews
    feeds: tuple[tuple[str, str], ...] = ()  # (title, path without its ending)
    indexed: bool = True


@cache
def environment() -> jinja2.Environment:
    """The templates. Everything they are given is escaped, whatever its name ends in."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("bot.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.filters.update(line=plain.one_line, href=urls.absolute, again=lambda words, say: say.again(words))
    made.globals.update(
        quote_text=plain.quote_text,
        flag=jurisdictions.flag,
        host=urls.host,
        outlets_of=edition.outlets_of,
        topics=taxonomy.TOPICS,
        version=lambda name: static(name)[1],
    )
    return made


def render(template: str, page: Page, reader: Reader, **values: object) -> str:
    """A page as HTML."""
    say = speech(reader.locale)
    words = Words(say, reader.locale)
    return (
        environment()
        .get_template(template)
        .render(
            page=page,
            reader=reader,
            link=reader.link,
            whole=reader.whole,
            lang=reader.locale,
            locales=LOCALES,
            t=say,
            words=words,
            **values,
        )
    )


@dataclass(frozen=True, slots=True)
class Words:
    """How things are called in the reader's language; templates use it as `words`."""

    say: Speech
    locale: str

    def label(self, id: str) -> str:
        """A topic, instrument or stage."""
        return plain.one_line(taxonomy.label(id, self.locale))

    def stage(self, frame: Frame) -> str:
        """How far a story's measure has come."""
        return plain.one_line(labels.stage(frame, self.locale))

    def reached(self, step: Step) -> str:
        """How far a measure had come at a step of its timeline."""
        return plain.one_line(labels.reached(step, self.locale))

    def place(self, code: str) -> str:
        """A jurisdiction's name."""
        return plain.one_line(jurisdictions.name(code, self.locale))

    def places(self) -> tuple[tuple[str, str], ...]:
        """(code, name) of every jurisdiction, by name."""
        return _places(self.locale)

    def options(self, kind: str, chosen: str) -> Markup:
        """The choices of a menu of the search form: `topic`, `stage`, `instrument` or `jurisdiction`."""
        return _options(kind, self.locale, chosen)

    def tone(self, stage: str) -> str:
        """The group of an edition a stage belongs to: colours its label."""
        return next((key for key, _, stages in edition.GROUPS if stage in stages), "other")

    def speaker(self, quoted: Quote) -> str:
        """Who is quoted, with their role."""
        return plain.speaker_text(quoted)

    def when(self, moment: datetime | float | None) -> Markup:
        """A day, as a `time` element; empty when unknown. Numbers are UTC seconds."""
        if moment is None:
            return Markup()
        at = moment if isinstance(moment, datetime) else datetime.fromtimestamp(moment, UTC)
        at = at.astimezone(UTC)
        return Markup('<time datetime="{}">{}</time>').format(
            at.isoformat(timespec="minutes"), day_text(at.date(), self.locale)
        )

    def moment(self, at: datetime) -> Markup:
        """A day and time with the zone, as a `time` element."""
        return Markup('<time datetime="{}">{}</time>').format(
            at.astimezone(UTC).isoformat(timespec="minutes"), plain.moment_text(at, self.locale)
        )

    def day(self, iso: str, form: str = "medium") -> Markup:
        """A day given as ISO 8601, as a `time` element; other text stays as it is."""
        try:
            found = date.fromisoformat(iso)
        except ValueError:
            return Markup("{}").format(iso)
        known = plain.known_locale(self.locale)
        return Markup('<time datetime="{}">{}</time>').format(iso, format_date(found, form, locale=known))

    def date_kind(self, kind: str) -> str:
        """Closing day, hearing, takes effect."""
        return self.say(DATE_WORDS.get(kind, "date"))

    def also(self, card: Card) -> str:
        """`also: Hunton, Networking+ and 3 more`."""
        return plain.also_text(card, self.say)

    def differences(self, card: Card) -> tuple[str, ...]:
        """`differs: 60 / 61 (hubs)`, a line each."""
        return plain.differences(card, self.say)


def measure_name(measure: str, cards: Iterable[Card]) -> str:
    """What a measure is called in the newest headline that names it, else the name people use for it."""
    for card in cards:
        headline = card.reading.headline.text
        for mention in measures.find(headline, origin="title"):
            if mention.data.get("id") == measure:
                return plain.one_line(mention.slice.text)
    return plain.one_line(measure_titles.title(measure))


@cache
def _places(locale: str) -> tuple[tuple[str, str], ...]:
    named = ((code, jurisdictions.name(code, locale)) for code in jurisdictions.codes())
    return tuple(sorted(named, key=lambda one: one[1].casefold()))


@lru_cache(512)
def _options(kind: str, locale: str, chosen: str) -> Markup:
    terms = {"topic": taxonomy.TOPICS, "stage": taxonomy.STAGES, "instrument": taxonomy.INSTRUMENTS}
    if kind == "jurisdiction":
        named = _places(locale)
    else:
        named = tuple((id, taxonomy.label(id, locale)) for id in terms[kind])
    return Markup("\n").join(
        Markup('<option value="{}"{}>{}</option>').format(id, Markup(" selected") if id == chosen else "", name)
        for id, name in named
    )
