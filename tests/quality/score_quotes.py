"""Score quotations, speakers and the pull quote on labelled articles: `python tests/quality/score_quotes.py [file]`.

Reads one JSON object per line: `id`, `text`, `quotes` with `start`, `end`, `speaker`, `named_before`. Without a file
it looks for `../shared/data/quotes-dev.jsonl` beside the repository and says so when there is none.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bot.pipeline import quotes  # noqa: E402 - the path must be set first
from bot.pipeline import text as texts  # noqa: E402 - as above

DEFAULT = ROOT.parent / "shared" / "data" / "quotes-dev.jsonl"
SHORTEST = 4  # segments under four words do not count
PRONOUNS = frozenset("he she they it i we you him her them his hers their our my who me us one".split())  # noqa: SIM905
STOPPED = frozenset("the a an of in on at to for his her their its one two and from with by s".split())  # noqa: SIM905
NOT_NAMES = frozenset("Mr Mrs Ms Miss Dr Sen Rep Gov The A An In Of Former President Senator Governor".split())  # noqa: SIM905


@dataclass(frozen=True)
class Row:
    """One segment, labelled or found."""

    start: int
    end: int
    speaker: str


def name_words(speaker: str) -> set[str]:
    """Capitalised words of a name; of a noun phrase without any, its longer words."""
    words = [word.rstrip(".") for word in re.findall(r"[^\W\d_][\w.'’-]*", speaker)]
    words = [re.sub(r"['’]s$", "", word) for word in words]
    named = {word.lower() for word in words if word[0].isupper() and word not in NOT_NAMES}
    return named or {word.lower() for word in words} - STOPPED


def same(found: str, speaker: str, named_before: str) -> bool:
    """Whether the found speaker shares a name word with the label, or with the name before a pronoun."""
    wanted = named_before if speaker.lower().strip() in PRONOUNS else speaker
    return bool(name_words(found) & name_words(wanted))


def overlap(a: Row, b: Row) -> float:
    """Overlap over union of two segments."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return max(0.0, both / (max(a.end, b.end) - min(a.start, b.start)))


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Trimmed to letters and digits, as the labels are."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def found_rows(text: str) -> list[Row]:
    """What the pipeline finds, one row per part."""
    found = quotes.find(text, texts.language(text))
    return [Row(*bare(text, part.span.start, part.span.end), quote.speaker) for quote in found for part in quote.parts]


@dataclass
class Score:
    """Counts over articles."""

    labelled: int = 0
    found: int = 0
    matched: int = 0
    right: int = 0

    @staticmethod
    def f1(hits: int, found: int, labelled: int) -> float:
        return 2 * hits / (found + labelled) if found + labelled else 1.0

    @property
    def segments(self) -> float:
        return self.f1(self.matched, self.found, self.labelled)

    @property
    def speakers(self) -> float:
        return self.f1(self.right, self.found, self.labelled)


def long_enough(text: str, row: Row) -> bool:
    return len(text[row.start : row.end].split()) >= SHORTEST


def compare(article: dict[str, Any], score: Score) -> Iterator[tuple[str, Row | None, dict[str, Any] | None]]:
    """Count one article; yields each miss: (what, found row, label)."""
    text = article["text"]
    labels = [(Row(q["start"], q["end"], q["speaker"]), q) for q in article["quotes"]]
    rows = found_rows(text)
    used: set[int] = set()
    score.labelled += sum(long_enough(text, row) for row, _ in labels)
    for label, data in labels:
        best = max(range(len(rows)), key=lambda i: overlap(rows[i], label), default=-1)
        if best >= 0 and best not in used and overlap(rows[best], label) >= 0.5:
            used.add(best)
            if not long_enough(text, label):
                continue
            score.found += 1
            score.matched += 1
            if same(rows[best].speaker, data["speaker"], data["named_before"]):
                score.right += 1
            else:
                yield "speaker", rows[best], data
        elif long_enough(text, label):
            yield "missed", None, data
    for index, row in enumerate(rows):
        if index not in used and long_enough(text, row):
            score.found += 1
            yield "extra", row, None


def main(arguments: list[str]) -> int:
    """Print the scores; with `-v` every miss with its surroundings."""
    verbose = "-v" in arguments
    half = next((a for a in arguments if a in ("--even", "--odd")), "")
    paths = [Path(a) for a in arguments if not a.startswith("-")]
    path = paths[0] if paths else DEFAULT
    if not path.exists():
        print(f"no labelled articles at {path.name}; give a file")
        return 0
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if half:
        articles = articles[half == "--odd" :: 2]
    score = Score()
    begun = time.process_time()
    for article in articles:
        texts.language(article["text"])
        quotes.find(article["text"])
    spent = time.process_time() - begun
    for article in articles:
        text = article["text"]
        for what, row, label in compare(article, score):
            if verbose:
                at = row.start if row else label["start"]
                end = row.end if row else label["end"]
                who = row.speaker if row else ""
                wanted = f"wanted [{label['speaker']} | {label['named_before']}]" if label else ""
                print(f"\n## {what} {article['id']} {at} [{who}] {wanted}")
                print(f"   {text[max(0, at - 300) : at]!r}\n >>> {text[at:end][:300]!r}\n   {text[end : end + 160]!r}")
    rate = len(articles) / max(spent, 1e-9)
    print(
        f"articles {len(articles)}  labelled {score.labelled}  segments F1 {score.segments:.4f}  "
        f"with speaker F1 {score.speakers:.4f}  articles per CPU second {rate:.0f}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
