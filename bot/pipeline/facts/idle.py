"""Clauses that tell nothing that happened or holds: opinions, advice, generalities, a text's words about itself."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from bot.model import Mention
from bot.pipeline.facts.clauses import Clause
from bot.pipeline.text import word_set

_ENGLISH = word_set("the of and to is are that for with has have not this from be it isn won don")
_SUMS = frozenset({"money", "vote", "percentage", "count"})
_COUNTED = frozenset({"money", "vote", "percentage", "count", "date"})
# What somebody did with effect: any one of these makes even a short clause news.
_ACTS = word_set(
    "signed vetoed passed approved adopted enacted repealed rejected banned blocked barred halted paused sued filed "
    "fined ordered ruled upheld overturned dismissed struck convicted charged indicted arrested sentenced announced "
    "launched published released issued introduced proposed unveiled tabled resigned fired appointed named nominated "
    "elected bought acquired merged sold raised invested cut closed opened withdrew withdrawn delayed postponed "
    "extended suspended revoked agreed joined voted defeated settled recalled investigated subpoenaed appealed "
    "adjourned scheduled declined certified awarded granted denied requested demanded "
    "ratified amended carried confirmed died killed won lost died suing banning"
)
# What a law, a plan or a finding does, told in the present.
_HOLDS = word_set(
    "requires require bans ban allows allow applies apply covers cover creates create sets imposes impose limits "
    "prohibits prohibit forbids exempts directs orders obliges mandates entitles protects proposes includes authorizes "
    "authorises establishes extends replaces repeals amends alleges accuses charges seeks plans faces costs pays owns "
    "employs hosts says said told tells reports found finds shows estimates expects must shall will would may "
    "regulates governs defines lets gives grants rests takes enters begins expires ends starts voluntary binding "
    "illegal unlawful mandatory legal subject exempt liable eligible entitled due effective "
    "wants calls"
)
# Whatever is told of these is told of the story's own subject.
_INSTRUMENTS = word_set(
    "Act law laws bill bills Bill rule rules regulation regulations Regulation ordinance Ordinance directive Directive "
    "treaty Treaty Convention amendment amendments Amendment statute Code lawsuit suit ruling verdict injunction"
)
_HOLDS_LAW = word_set(
    "requires bans allows applies covers creates sets imposes limits prohibits directs directed instructed required "
    "must shall banned barred created entered takes comes"
)
_PAST = word_set(
    "was were began became brought built came chose did drew drove fell fought gave got grew had held kept knew led "
    "left made met paid put ran rose saw sent set shot shut spent spoke spread stood stole sought swept taught took "
    "threw understood went wrote written taken given seen done known shown led gone begun fallen grown risen sworn "
    "told been"
)
_DONE = _PAST - {"was", "were", "been"}
_NOT_PAST = word_set("need speed indeed feed seed breed exceed proceed succeed hundred shed sacred naked unprecedented")

# Opinion and advice: what ought to be, where nobody is named who said so.
_OUGHT = word_set(
    "should ought must needs need cannot important essential critical crucial vital imperative advisable wise worth "
    "prudent"
)
_ADVICE = re.compile(
    r"\b(?:should|ought to)\b|\b[Ii]t(?:['’]s| is| will be| remains)(?: also| therefore| always)? (?:important|"
    r"essential|critical|crucial|vital|imperative|advisable|wise|worth|prudent)\b|\b(?:[Ww]e|[Cc]ongress|"
    r"[Ww]ashington|[Gg]overnments?|[Ll]awmakers|[Ll]egislators|"
    r"[Pp]olicy-?makers|[Rr]egulators|[Pp]oliticians|[Ll]eaders|[Ss]ociety|[Ss]tates|[Cc]ompanies|[Bb]usinesses|"
    r"[Ee]mployers|[Oo]rgani[sz]ations|[Ff]irms|[Tt]eams|[Cc]itizens|[Dd]emocracies|Europe|America|Britain)[ \u00a0]"
    r"(?:must|needs? to|cannot|can['’]t)[ \u00a0](?:now |also |therefore |first |still )?(?:be (?:\w+ )?(?:vigilant|"
    r"aware|ready|prepared|bold|careful|clear)|think|act|ask|consider|recogni[sz]e|ensure|remember|understand|learn|"
    r"lead|embrace|adapt|invest|stop|rise|face|focus|find|choose|confront|seize|move|keep|stay|remain|get|do|go|"
    r"treat|demand|insist|resist|reject|afford|wait|ignore|rely|let|take|prepare|plan|continue)\b"
)
_REPORTED = word_set(
    "said says told tells ruled finds wrote writes urged urges argued argues recommended recommends "
    "proposed proposes called calls asked asks warned warns suggested suggests decided whether believes believed "
    "stressed insisted added testified stated advised advises concluded concludes demanded demands"
)
# The text about itself, and what its reader is asked to do.
_ITSELF_WORDS = word_set(
    "Below Here here article explainer post blog alert note newsletter guide piece edition issue briefing column "
    "episode podcast page summary roundup tracker essay overview bulletin webinar roundtable originally appeared Today "
    "follows following webpage series subscribers emails subscriber found viewed downloaded "
    "accessed title headline Each Every inbox"
)
# A line of a list, or advice, that begins with its verb: “Protect individuals from …”.
_BARE_WORDS = word_set(
    "Protect Provide Facilitate Conduct Ensure Use Maintain Develop Establish Create Promote Support Improve Identify "
    "Disclose Report Notify Publish Implement Assess Require Prohibit Prevent Address Enable Encourage Monitor Review "
    "Evaluate Document Train Keep Make Give Let Push Take Start Begin Consider Avoid Check Update Adopt Build Define "
    "Limit Reduce Increase Strengthen Submit Prepare Engage Expect Imagine Remember Look Think Ask Add Appoint Allow"
)
_BARE = re.compile(
    r"^(?:[A-Z][a-z]+ly )?[A-Z]?[a-z]+ (?:and [a-z]+ )?(?!(?:of|for|to|in|by|on|from|has|have|is|are|was|were|"
    r"will|would|"
    r"says?|said|finds?|found)\b)"
)
_LOOK = word_set("See Watch View Visit Listen Contact Email Call")
_ITSELF_OPENS = re.compile(
    r"(?:Below|Here)(?:['’]s|[ \u00a0](?:is|are|we|you|find)\b)|Today is [A-Z]|What follows|In this issue\b|"
    r"The following (?:is|are|article|post|summary)\b|"
    r"(?:Each|Every) (?:day|week|month|quarter|[A-Z][a-z]+day)\b[^.]{0,80}?\b(?:highlights?|rounds?|brings?|looks?|"
    r"compiles?|summari[sz]es?|publish(?:es)?|covers?|picks?|team|newsletter)\b|"
    r"The (?:title|headline|article|post|newsletter) (?:of|itself|also|is|was|does|has|[a-z]+s)\b"
)
_ITSELF = re.compile(
    r"[ \u00a0]here(?:[ \u00a0]or[ \u00a0]\w+)?$|\bhere are (?:the|some|our)\b|"
    r"\b[Tt]his (?:week['’]s )?(?:article|explainer|post|blog|alert|note|newsletter|guide|piece|edition|"
    r"briefing|column|episode|podcast|page|essay|overview|bulletin|series|round-?up|client alert|summary)\b|"
    r"\byour inbox\b|\bour (?:[\w-]+ ){0,3}(?:newsletter|podcast|webinar|coverage|inbox|tracker|roundup|blog)\b|"
    r"\b(?:originally|first) (?:published|appeared)\b|"
    r"\b(?:[Ww]e|I)(?: will|['’]ll| are|['’]re) (?:be )?(?:hosting|holding|joined by|looking at|covering|bringing)\b|"
    r"\bcan be (?:found|viewed|read|seen|downloaded|accessed) (?:on|at|in|via|by|from)\b|"
    r"\bsubscribers?(?:-only\b| (?:know|get|receive|can|have)\b)|\bemails? (?:a|per) (?:day|week)\b"
)
# Sides of a quarrel, who are always for or against.
_SIDES_WORDS = word_set(
    "Supporters Critics Opponents Proponents Advocates Skeptics Sceptics Observers Analysts Experts Commentators "
    "supporters critics opponents proponents advocates skeptics sceptics observers analysts experts commentators"
)
_SIDES = re.compile(
    r"^(?:(?:[Tt]he|[Bb]ut|[Ss]ome|[Mm]any|[Mm]ost) )?(?:[\w-]+ )?(?:[Ss]upporters|[Cc]ritics|[Oo]pponents|"
    r"[Pp]roponents|[Aa]dvocates|[Ss]keptics|[Ss]ceptics|[Oo]bservers|[Aa]nalysts|[Ee]xperts|[Cc]ommentators)"
    r"(?: of [^,.]{1,60})?,? (?:have |also )?(?:say|said|argued?|believed?|fear(?:ed)?|warn(?:ed)?|contend(?:ed)?|"
    r"worr(?:y|ied)|hoped?|note|see|think|question(?:ed)?|point(?:ed)?|caution(?:ed)?|claim(?:ed)?|counter(?:ed)?)\b"
)
_HOPES = word_set("hopefully Hopefully Whether Imagine Suppose Admittedly arguably Arguably undoubtedly Undoubtedly")
# What may come about, told of nothing that is proposed or in force.
_ABLE = word_set("can could might potential potentially")
# Subjects that are no thing in the world, and moments that are always big.
_ABSTRACT_WORDS = word_set(
    "answer question issue reason problem point message lesson challenge truth reality upshot paradox irony "
    "trend danger "
    "situation stakes takeaway dilemma balance step steps may busy big eventful quiet banner just As clear "
    "intersection landscape urgency promise heart frontier era chapter importance need value significance role "
    "benefits dangers amid amidst expect backdrop declaration reminder testament signal warning example"
)
_BUSY = re.compile(
    r"\b(?:emphasi[sz]|stress|highlight|underscor|underlin)\w* the (?:[a-z]+ )?(?:importance|need|value|urgency|"
    r"significance|role|benefits|dangers)\b|"
    r"\b(?:busy|big|eventful|quiet|banner) (?:day|week|month|year|summer|session)\b|\bbig moves?\b"
)
_ABSTRACT_OPENS = re.compile(
    r"The (?:[\w-]+ ){0,2}(?:answers?|questions?|reasons?|problems?|point|message|lessons?|challenges?|truth|reality|"
    r"upshot|paradox|irony|trends?|dangers?|situation|stakes|takeaways?|dilemma|intersection|landscape|urgency|"
    r"promise|heart)\b[^.]{0,80}?\b(?:is|are|was|were|remains?|lies?|occurs?|arises?|begins?|had|has|have|sparks?|"
    r"raises?|demands?|requires?)\b|"
    r"As (?:[\w’'-]+ ){0,3}(?:AI|intelligence|technology|technologies|tools|chatbots|systems) (?:[a-z]+ ){0,2}"
    r"(?:(?:re)?shapes?|transforms?|continues?|becomes?|grows?|advances?|evolves?|spreads?|sweeps?|moves?|expands?|"
    r"accelerates?|enters?|changes?|permeates?)\b"
)
_ABSTRACT = re.compile(
    r"\b(?:tak(?:es?|en|ing)|took) (?:an? )?(?:[a-z]+ )?(?:significant|major|important|big|bold|decisive|historic|key|"
    r"crucial) steps?\b|"
    r"\bmay (?:be|well|soon|yet|have|become|seem|prove)\b|\bnew (?:frontier|era|chapter|age|reality)\b|"
    r"\b(?:comes?|came|arrives?) (?:amid|amidst|at a time|against)\b|"
    r"\bserves? as (?:an? |the )?(?:[a-z-]+ )?(?:declaration|reminder|testament|signal|warning|example|model|"
    r"backdrop)\b|\b(?:increasingly|abundantly|becoming|perfectly) clear\b|"
    r", (?:so |and )?expect |\bis the (?:issue|question|problem) of\b|"
    r"\b(?:careful|delicate|right|fine|str(?:ik|uck)\w* (?:a|the)) balance\b|"
    r"\b(?:busy|big|eventful|quiet|banner) (?:day|week|month|year|summer|session|moves?)\b|"
    r"\b(?:do|does|is|are)(?:n['’]t| not) just\b"
)
_MYSELF = word_set("me my My myself")
_LABELLED = re.compile(r"^(?:The|Their|His|Her|Its|Our) (?:[a-z-]+ ){0,2}[a-z-]+: ")
_GOING_ON = re.compile(
    r"\b(?:is|are)(?: now| also| still| already)? (?!(?:realizing|realising|waking|grappling|struggling|racing|"
    r"scrambling|"
    r"wrestling|learning|hoping|wondering|asking|having|being|doing|getting|becoming)\b)[a-z]{2,}ing\b"
)
_NAMED = frozenset({"instrument", "person", "organisation"})
_SPEAKERS = frozenset({"person", "organisation"})
# A line of a list that has lost its subject: “Does not create binding rules”, “Places duties on developers”.
_NO_SUBJECT = word_set(
    "Does Do Has Have Is Are Was Were Would Will Must Can Places Creates Classifies Requires Prohibits Allows "
    "Establishes "
    "Imposes Mandates Directs Gives Makes Adds Provides Includes Applies Extends Removes Repeals Amends Authorizes "
    "Authorises Exempts Defines Introduces Permits Protects Encourages Enables Ensures Limits Restricts Obliges"
)
_SHORT = 10  # words; in so few, only an act, a duty or a number is news


# How an article that argues gives itself away: its label, a headline that says what ought to be, a writer who says I.
_COLUMN = re.compile(
    r"(?:^|\n|[|·–—:][ \u00a0])(?:Opinion|OPINION|Op-[Ee]d|OP-ED|Guest (?:[Ee]ssay|[Cc]olumn|[Cc]ommentary)|Column|"
    r"Commentary|COMMENTARY|Editorial|EDITORIAL|Viewpoint|Perspective|Letters? to the [Ee]ditor)"
    r"[ \u00a0]*(?:$|\n|[|·–—:]|by\b)|(?:^|\n)Comment[ \u00a0]*[|:]",  # alone on its line it is a button
)
_LABELS = (  # one of these is in every such label
    *("Opinion", "OPINION", "Op-", "OP-ED", "Guest ", "Column", "Comment", "COMMENTARY", "Editorial", "EDITORIAL"),
    *("Viewpoint", "Perspective", "Letter"),
)
_ARGUING_TITLE = re.compile(
    r"\b(?:should(?:n['’]t)?|must(?:n['’]t)?|needs? to|ought|deserves?|don['’]t let|let['’]s|it['’]s time|"
    r"[Ww]hy (?:we|I|you|Congress|America|Europe|the \w+ (?:should|must|need)))\b",
    re.IGNORECASE,
)
_REPORTED_TITLE = re.compile(
    r"\b(?:know|says?|said|urges?d?|tells?|told|demands?|argues?|warns?|courts?|judges?|reports?|experts?|"
    r"polls?|survey|"
    r"ruled|calls?|asks?|watchdog|study|your?)\b|\?|"
    r": (?:[\w-]+ ){0,2}(?:mps|peers|lawmakers|senators?|officials?|ministers?|"
    r"regulators?|union|experts?|researchers?)\b",
    re.IGNORECASE,
)
_OPENING = 600  # code points of an article in which its label stands
_READ = 5000  # code points in which the writer says I
_MOST_MYSELF = 3  # times, in paragraphs without quotations
# The writer, not a senator's party (I-Vt.), nor the first of several: Article I, World War I, Landgericht I hat.
WRITER = re.compile(
    r"I(?<![\w.’'(-]I)(?<!War I)(?<!Article I)(?<!Part I)(?<!Title I)(?<!Phase I)(?<!Chapter I)(?<!Section I)"
    r"(?<!Annex I)(?=[ \u00a0]|['’](?:m|ve|d|ll)\b)"  # the letter first: it is looked for fast
    r"(?![ \u00a0](?:hat|hatte|haben|ist|war|wird|muss|kann|in|est|a|sera|était|und|et|vom|des|der|du|als|gegen)\b)"
)
_MOST_OURSELVES = 4  # times, in paragraphs without quotations
_OURSELVES = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b(?![.-])")
_OURS = (" we ", "We ", " our ", "Our ", " us ")
_MARKS = ("“", "”", '"', "„", "«", "»", "‘", " '")  # of quotations; an I beside them may be anybody's


def argues(title: str, text: str) -> bool:
    """Whether an article is its writer's opinion: labelled so, headed by what ought to be, or told by an I."""
    start = text[:_OPENING]
    if (any(map(start.__contains__, _LABELS)) and _COLUMN.search(start)) or _COLUMN.search(title):
        return True
    if _ARGUING_TITLE.search(title) and not _REPORTED_TITLE.search(title):
        return True
    if not WRITER.search(text, 0, _READ):
        return False
    told = [line for line in text[:_READ].split("\n") if WRITER.search(line) and not _quotes(line)]
    if told and text.find(told[0]) < _OPENING:
        return True
    return sum(len(WRITER.findall(line)) for line in told) >= _MOST_MYSELF


def preaches(text: str) -> bool:
    """Whether an article speaks of “us” time and again, outside of quotations: a column, a sermon, a firm of itself."""
    read = text[:_READ]
    if sum(map(read.count, _OURS)) < _MOST_OURSELVES:
        return False
    found = 0
    for line in read.split("\n"):
        if any(map(line.__contains__, _OURS)) and not _quotes(line):
            found += len(_OURSELVES.findall(line))
    return found >= _MOST_OURSELVES


def _quotes(line: str) -> bool:
    """Whether a paragraph holds somebody's words."""
    return line.startswith("'") or any(map(line.__contains__, _MARKS))


def checkable(text: str, clause: Clause, mentions: Sequence[Mention]) -> bool:
    """Whether a clause of an article that argues can be checked: something counted, dated, or done by a named body."""
    kinds = {mention.kind for mention in mentions}
    if not kinds.isdisjoint(_SUMS):
        return True
    words = frozenset(text[clause.start : clause.end].split())
    if "said" in words and not kinds.isdisjoint(_SPEAKERS):
        return True
    if _ACTS.isdisjoint(words) and (_HOLDS_LAW.isdisjoint(words) or "instrument" not in kinds):
        return False
    return bool(kinds)


# What each word above may be a sign of, as bits: a clause's words are looked up once.
_SIGNS_OF = (
    _OUGHT, _REPORTED, _ITSELF_WORDS, _HOPES | _MYSELF, _SIDES_WORDS, _ABSTRACT_WORDS, _ACTS, _HOLDS, _INSTRUMENTS,
    _PAST, _DONE, _ABLE,
)  # fmt: skip
_IS_OUGHT, _IS_REPORTED, _IS_ITSELF, _IS_HOPE, _IS_SIDE, _IS_ABSTRACT, _IS_ACT, _IS_HOLDING, _IS_INSTRUMENT = (
    1 << bit for bit in range(9)
)
_IS_PAST, _IS_DONE, _IS_ABLE = (1 << bit for bit in range(9, len(_SIGNS_OF)))
_BITS = {
    word: sum(1 << bit for bit, one in enumerate(_SIGNS_OF) if word in one) for word in frozenset().union(*_SIGNS_OF)
}
_KEYS = frozenset(_BITS)


def signs(heard: frozenset[str]) -> int:
    """What the words of a clause are signs of, one bit for each table of words; for `opinion`, `empty` and `plain`."""
    bits = 0
    for word in heard & _KEYS:
        bits |= _BITS[word]
    return bits


def opinion(part: str, told: str, marks: int, kinds: Set[str]) -> bool:
    """Whether a clause is no fact at all, whatever else the article lacks: opinion, advice, the text about itself.

    Args:
        part: the clause.
        told: the same without what stands between quotation marks.
        marks: the `signs` of the words of `told`.
        kinds: of the mentions in it; what is asked for by a day or at a price is a duty, not advice.
    """
    if marks & _IS_OUGHT and not marks & _IS_REPORTED and kinds.isdisjoint(_COUNTED) and _ADVICE.search(told):
        return True
    if marks & _IS_ITSELF and (_ITSELF_OPENS.match(part) or _ITSELF.search(part)):
        return True
    first, _, rest = part.partition(" ")
    if first.endswith("ly"):
        first = rest.partition(" ")[0].capitalize()
    if first in _BARE_WORDS and _BARE.match(part):
        return True
    return first in _LOOK or (": " in part and _LABELLED.match(part) is not None)


def plain(marks: int, kinds: Set[str]) -> bool:
    """Whether a clause holds no number, no day, nothing done with effect, and not what a law does."""
    if marks & _IS_ACT or not kinds.isdisjoint(_COUNTED):
        return False
    return not marks & _IS_HOLDING or not (marks & _IS_INSTRUMENT or "instrument" in kinds)


def empty(part: str, words: Sequence[str], heard: frozenset[str], marks: int, kinds: Set[str]) -> bool:
    """Whether a clause tells nothing done, decided, counted or in force (English only).

    That is a generality, a hope, or what the one or the other side of a quarrel says.

    Args:
        part: the clause.
        words: the clause cut at blanks.
        heard: its different words outside of quotations.
        marks: the `signs` of those.
        kinds: of the mentions in it.
    """
    if words[0] in _NO_SUBJECT or marks & _IS_HOPE:
        return True
    if not kinds.isdisjoint(_COUNTED):
        return marks & _IS_ABSTRACT != 0 and kinds.isdisjoint(_SUMS) and _BUSY.search(part) is not None
    if marks & _IS_SIDE and _SIDES.match(part):
        return True
    if marks & _IS_ABSTRACT and (_ABSTRACT_OPENS.match(part) or _ABSTRACT.search(part)):
        return True
    if marks & _IS_ACT or _ENGLISH.isdisjoint(heard):
        return False
    if len(words) <= _SHORT:
        return not marks & (_IS_HOLDING | _IS_DONE) and kinds.isdisjoint(_NAMED) and not _GOING_ON.search(part)
    if marks & (_IS_PAST | _IS_INSTRUMENT):
        return False
    if "ed" in part and any(word.endswith("ed") and word[0].islower() and word not in _NOT_PAST for word in heard):
        return False
    if marks & _IS_ABLE and not marks & _IS_REPORTED:
        return "instrument" not in kinds
    return not marks & _IS_HOLDING and not _GOING_ON.search(part)
