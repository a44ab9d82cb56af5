"""Cards and stories from lines of JSON: the product's rules without its clock, network and database."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, NamedTuple

from bot.errors import UsageError
from bot.model import Article, Fact, Quote, Reading, Span
from bot.pipeline import digest, quotes, stories, text
from bot.sources import article as reader
from bot.sources import page, page_date

_MILLISECONDS = 1e11  # as seconds that is the year 5138
MOST_PAGE = 10 * 1024 * 1024  # bytes of a page in a file: as many as sources.http takes from a server
_MOST_HEADLINE = 250  # characters; a longer first line is prose


def moment(value: Any) -> datetime | None:
    """A publication date as feeds (ISO 8601, RFC 822) or people write it (May 1, 2025), or seconds or milliseconds
    since 1970; None for nothing.

    Raises:
        UsageError: there is something, and it is no date, or could be two.
    """
    if value is None or value == "":
        return None
    try:
        words = str(value).strip()
        if (isinstance(value, int | float) and not isinstance(value, bool)) or (words.isdecimal() and len(words) > 8):
            seconds = float(words)
            return datetime.fromtimestamp(seconds / 1000 if abs(seconds) >= _MILLISECONDS else seconds, UTC)
        try:
            found = datetime.fromisoformat(words)
        except ValueError:
            found = _written(words)
    except (ValueError, TypeError, OverflowError, OSError) as error:
        raise UsageError(f"`published` is no date: {str(value)[:40]!r}. Write it like 2025-05-01.") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _written(words: str) -> datetime:
    """A date in RFC 822's form, or as pages write it. Raises ValueError or TypeError if it is none."""
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError):
        found = page_date.parse(words)
        if found is None:
            raise
        if found != page_date.parse(words, month_first=True):
            shown = words[:40]
            raise UsageError(f"`published` can be two dates: {shown!r}. Write it like 2025-05-01.") from None
        return found


def first_line(body: str) -> str:
    """The headline of a plain text: its first line, unless that is prose."""
    for line in body.splitlines():
        words = line.strip()
        if words:
            return words if len(words) <= _MOST_HEADLINE and not words.endswith((".", "!", "?")) else ""
    return ""


def page_file(path: str) -> bytes:
    """The bytes of a page kept in a file. Devices and pipes have no end, so only regular files are read.

    Raises:
        UsageError: there is no such file, it is none, it is larger than any page the bot would fetch, or no text.
    """
    name = path[:200]
    try:
        found = Path(path)
        if not found.is_file():
            raise UsageError(f"{name} is no file." if found.exists() else f"{name} does not exist.")
        with found.open("rb") as opened:
            data = opened.read(MOST_PAGE + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"{name} cannot be read: {error}") from error
    if len(data) > MOST_PAGE:
        raise UsageError(f"{name} is larger than {MOST_PAGE // 1_048_576} MiB, more than any page.")
    return as_text(data, name)


def as_text(data: bytes, name: str) -> bytes:
    """The bytes themselves. Raises UsageError if they are no text: a picture, a PDF, an archive."""
    if not page.is_text(data):
        raise UsageError(f"{name} is neither a web page nor plain text: it holds other data.")
    return data


def article_of(line: dict[str, Any]) -> tuple[Article, bytes]:
    """The article a line describes, and its HTML if it comes as HTML.

    Raises:
        UsageError: neither text, html nor path, or one of them is not what it should be.
    """
    html = b""
    body = ""
    if isinstance(line.get("text"), str):
        body = line["text"]
    elif isinstance(line.get("html"), str):
        html = as_text(line["html"].encode("utf-8", "replace"), "`html`")
    elif isinstance(line.get("path"), str):
        html = page_file(line["path"])
    else:
        raise UsageError("the line needs `text`, `html` or `path`, as a string")
    title = text.clean(str(line.get("title") or ""))
    return Article(
        url=str(line.get("url") or ""),
        title=title or first_line(body),
        text=body,
        summary=text.clean(str(line.get("summary") or "")),
        outlet=str(line.get("outlet") or ""),
        published=moment(line.get("published")),
        language=str(line.get("lang") or ""),
    ), html


def _spans(*found: Span) -> list[list[int]]:
    return [[span.start, span.end] for span in found]


def _segments(quote: Quote) -> Iterator[dict[str, Any]]:
    for part in quote.parts:
        yield {"text": part.text, "spans": _spans(part.span), "speaker": quote.speaker, "role": quote.role}


def _fact(fact: Fact) -> dict[str, Any]:
    return {"text": fact.slice.text, "spans": _spans(fact.slice.span), "background": fact.background}


def card_line(line: dict[str, Any]) -> dict[str, Any]:
    """One line of `aipolicy card --jsonl` answered: see README. Raises UsageError for a line that is not one."""
    article, html = article_of(line)
    if html:
        read = reader.read(article, html, article.url)
        article, reading = read.article, read.reading
    else:
        reading = digest(article)
    return as_json(line.get("id"), article, reading)


def as_json(identity: Any, article: Article, reading: Reading) -> dict[str, Any]:
    """An article's card as data. Every span counts in `body`."""
    frame = reading.frame
    pull = reading.pull
    return {
        "id": identity,
        "headline": article.title,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "outlet": article.outlet,
        "body": article.text,
        "quote": {
            "text": quotes.shown(pull),
            "spans": _spans(*(part.span for part in pull.parts)),
            "speaker": pull.speaker,
            "role": pull.role,
        }
        if pull
        else None,
        "quotes": [segment for quote in reading.quotes for segment in _segments(quote)],
        "facts": [_fact(fact) for fact in reading.facts],
        "jurisdictions": [label.id for label in frame.jurisdictions],
        "instrument": frame.instrument.id if frame.instrument else "unknown",
        "stage": frame.stage.id if frame.stage else "unknown",
        "topic": frame.topic.id if frame.topic else "unknown",
        "relevant": reading.verdict.relevant,
        "score": reading.verdict.score,
        "reasons": list(reading.verdict.reasons),
    }


def written(answer: dict[str, Any], indent: int | None = None) -> bytes:
    """An answer as a line of JSON. Half a surrogate pair in it is escaped, because UTF-8 has no bytes for one."""
    try:
        if indent is None:
            return (_ENCODER.encode(answer) + "\n").encode()
        return (json.dumps(answer, ensure_ascii=False, indent=indent) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(answer, indent=indent) + "\n").encode()


def _number(word: str) -> float:
    """A number of JSON, which knows neither NaN nor infinity."""
    found = float(word)
    if not math.isfinite(found):
        raise ValueError(f"{word[:40]} is no number JSON has")
    return found


_ENCODER = json.JSONEncoder(ensure_ascii=False)
_DECODER = json.JSONDecoder(parse_constant=_number, parse_float=_number)


class Line(NamedTuple):
    """A line of the input that is not blank: its object, or what is wrong with it."""

    number: int  # in the input, from 1
    identity: Any  # its `id`
    found: dict[str, Any] | None
    wrong: str

    @property
    def known_by(self) -> dict[str, Any]:
        """What its answer begins with: its id, and where it has none its number too."""
        return {"id": None, "line": self.number} if self.identity is None else {"id": self.identity}


def lines(source: Iterable[bytes]) -> Iterator[Line]:
    """Every line that is not blank, in order."""
    for number, raw in enumerate(source, 1):
        if not raw.strip():
            continue
        try:
            found = _DECODER.decode(raw.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError) as error:
            yield Line(number, None, None, f"not JSON: {error}")
            continue
        if not isinstance(found, dict):
            yield Line(number, None, None, "not a JSON object")
            continue
        yield Line(number, found.get("id"), found, "")


def cards(source: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """An answer for each line, in order; a bad line gets `{"id", "error"}` and the run goes on.

    Where a line has no id, its answer also says `line`, the line's number in the input.
    """
    for line in lines(source):
        if line.found is None:
            yield {**line.known_by, "error": line.wrong}
            continue
        try:
            yield {**line.known_by, **card_line(line.found)}
        except Exception as error:  # one bad line never ends the run
            yield {**line.known_by, "error": str(error) or type(error).__name__}


def grouped(source: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Stories of all lines together: `id`, `story`, `reasons` for each, in input order; bad lines get `error`."""
    given: list[Line] = []
    signatures = []
    for line in lines(source):
        if line.found is not None:
            try:
                signatures.append(
                    stories.signature(
                        str(len(given)),
                        text.clean(str(line.found.get("title") or "")),
                        str(line.found.get("text") or ""),
                        summary=str(line.found.get("summary") or ""),
                        published=moment(line.found.get("published")),
                        outlet=str(line.found.get("outlet") or ""),
                    )
                )
            except UsageError as error:
                line = line._replace(found=None, wrong=str(error))
        given.append(line)
    found = {one.id: one for one in stories.cluster(signatures)}
    times = Counter(str(line.identity) for line in given)
    for index, line in enumerate(given):
        placed = found.get(str(index))
        if placed is None:
            yield {**line.known_by, "error": line.wrong}
            continue
        leader = given[int(placed.story)]
        name = leader.identity
        if name is None or times[str(name)] > 1:  # two stories must not share a name
            name = f"line {leader.number}"
        yield {**line.known_by, "story": str(name), "reasons": list(placed.reasons)}
