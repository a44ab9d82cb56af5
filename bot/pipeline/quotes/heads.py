"""Speakers without a name: which English noun phrases may stand under a pull quote, and which tell nobody anything."""

from __future__ import annotations

import re

from bot.pipeline import lexicon as lex
from bot.pipeline.quotes import verbs
from bot.pipeline.quotes.state import Speaker, State
from bot.pipeline.text import word_set

_PEOPLE = word_set(
    "man woman boy girl child children mother father parent wife husband son daughter brother sister widow victim "
    "survivor teenager teen student teacher pupil driver worker employee nurse neighbour neighbor customer user "
    "reader caller witness person people source insider relative friend colleague critic opponent proponent plaintiff "
    "defendant claimant applicant petitioner accused suspect passenger patient tenant landlord shopkeeper trader "
    "reporter observer participant attendee panelist panellist respondent volunteer donor shareholder trustee heir "
    "signatory creditor citizen migrant refugee pensioner voter taxpayer soldier guard scientist technologist hacker "
    "creator writer actor performer staffer interpreter translator guest visitor front-runner frontrunner rival ally "
    "law-maker legislator policymaker policy-maker rulemaker bureaucrat technocrat mandarin backbencher frontbencher "
    "tory democrat republican socialist nationalist unionist liberal conservative moderate centrist independent"
)
_BODIES = word_set(
    "agency arm army assembly association authority ministry bank bench board body branch brigade broadcaster bureau "
    "business cabinet campaign caucus centre center chamber charity church city clinic club coalition college command "
    "commission committee community company conference confederation congress conglomerate consortium consulate "
    "contractor cooperative co-operative corporation council county court crew delegation department developer "
    "directorate division embassy employer enterprise executive exchange family faculty federation filmmaker firm "
    "force forum foundation fraternity fund giant government group guild hospital house incubator industry inquiry "
    "institute institution judiciary jury lab laboratory league lobby maker majority manufacturer minority mission "
    "monarchy movement municipality nation network ngo non-profit nonprofit office operator opposition organisation "
    "organization panel parliament parish partnership party pharmacy platform police practice presidency press "
    "provider province publisher regulator retailer school secretariat sector senate service society staff start-up "
    "startup state studio supplier syndicate taskforce team think-tank thinktank town trade treasury tribunal trust "
    "union unit university utility vendor watchdog website workforce workshop administration alliance airline brand "
    "defence defense prosecution bloc ombudsman"
)
_DOCUMENTS = word_set(
    "accord act advice advisory affidavit agreement amendment analysis announcement appeal article assessment audit "
    "bill blog blueprint book booklet brief briefing bulletin charter circular clause code communique communiqué "
    "complaint constitution contract convention decision declaration decree directive document dossier draft email "
    "e-mail evaluation factsheet filing findings framework guidance guide guideline handbook indictment injunction "
    "instruction judgement judgment law lawsuit leaflet legislation letter manifesto manual measure memo memorandum "
    "message minutes mission-statement motion notice opinion order ordinance pact paper petition plan playbook pledge "
    "policy post preamble proclamation proposal protocol questionnaire readout recommendation reform regulation "
    "release report resolution response review rider rule ruling settlement statement statute strategy study "
    "submission suit summary survey text thread toolkit transcript treaty tweet verdict warrant whitepaper writ"
)
_SAID_BY = lex.ROLE_HEADS | _PEOPLE | _BODIES | _DOCUMENTS
_DOCUMENT = re.compile(
    r"(?:[Aa]n?) (?:[a-z-]+ ){0,2}(?:release|statement|report|letter|email|e-mail|post|document|note|message|memo|"
    r"notice)\b(?! (?:[a-z]+ ){0,2}(?:from|by|of|for) (?:the )?[A-Z])"
)
_WHOSE = re.compile(r"[A-Z]")
_BILL = re.compile(r"(?:^|\s)(?:(?:[HS]\.? ?[BRCJ]?|LD|LB)\.? ?\d{1,5}|(?:[AHS]B|[HS]F)(?: ?\d{1,5})?)$")
_ANEW = re.compile(r"[Tt]he (?:[\w-]+ ){0,2}(?:performer|singer|legend|star|icon|veteran|native|\d\d-year-old)$")
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
_LEADS = verbs.DETERMINERS | frozenset({"one", "another", "several", "two", "three", "four", "five", "both", "many"})
# What a newsroom writes is no statement.
_PAPER = re.compile(
    r"(?:^|\s)(?:Times|Post|Journal|Herald|Tribune|Telegraph|Gazette|Chronicle|Examiner|Inquirer|Guardian|Observer|"
    r"Mirror|Star|Sun|Globe|Courier|Dispatch|Mail|Independent|Standard|Express|Register|Sentinel|Today|News|Newspaper|"
    r"Daily|Weekly|Magazine|Review)$"
)
_MORE_THAN_A_PAPER = 3  # words; a name of two may be a person's: Mike Post


_ANYBODY = frozenset(
    {
        "leader",
        "minister",
        "member",
        "state",
        "critic",
        "supporter",
        "opponent",
        "proponent",
        "parent",
        "user",
        "resident",
    }
) | {
    *("firm", "company", "country", "voter", "reader", "friend", "colleague", "other", "source", "observer", "measure")
}


# Papers in which somebody speaks; what others say (rules, plans, reports, programmes) is text, not speech.
_SPEAKING = word_set(
    "affidavit complaint email e-mail filing judgement judgment lawsuit letter memo memorandum message note opinion "
    "petition post release report response ruling statement submission suit thread tweet verdict writ"
)


_PROGRAMMES = frozenset({"platform", "website", "agenda", "programme", "program", "index"})


def is_text(speaker: str, whole: bool) -> bool:
    """Whether the speaker is a paper that nobody speaks in: `the report`, `Trump’s order`, `the party platform`.

    A letter or a ruling speaks in `whole` sentences only: a piece of one is its writer's no more than anybody's.
    """
    words = speaker.split()
    cut = next((n for n, word in enumerate(words) if n and word.lower() in verbs.PREPOSITIONS), len(words))
    last = words[cut - 1].lower().strip("'’.,")
    for one in (last, last.removesuffix("s")):
        if one in _DOCUMENTS or one in _PROGRAMMES:
            return not whole or one not in _SPEAKING
    return False


def is_described(speaker: str) -> bool:
    """Whether the words describe the speaker rather than name one: `the report`, `A spokeswoman for the ministry`."""
    words = speaker.split()
    return words[0][0].islower() or (words[0].lower() in _LEADS and len(words) > 1 and words[1][0].islower())


def tells(speaker: str) -> bool:
    """Whether the words name or describe somebody a reader can place: `a spokeswoman for the ministry`, `the court`.

    Proper names always do. Never: what somebody owns without saying who (`his office`), a bare title (`Chancellor`),
    things that do not speak (`the information sought`), newspapers.
    """
    words = speaker.split()
    first = words[0].lower()
    if first in _POSSESSIVES:
        return False
    if len(words) == 1:
        bare = first.rstrip("'’.")
        one = bare in lex.ROLE_HEADS or (bare[-1:] == "s" and bare[:-1] in _ANYBODY)
        return (not one or words[0] in lex.GIVEN) and words[0] not in lex.OPENERS
    if _BILL.search(speaker):
        return False  # what a bill says is no speech
    if not is_described(speaker):
        last = words[-1].lower().strip("'’.,")
        known = not words[-1][0].islower() or last in _SAID_BY or last.removesuffix("s") in _SAID_BY
        title = all(  # Democratic governor, Ohio Republican
            word in lex.DEMONYMS or word in lex.PLACES or word.lower() in lex.ROLE_HEADS for word in words
        )
        return known and not title and not _is_paper(words)
    if first in ("a", "an") and (document := _DOCUMENT.match(speaker)) and not _WHOSE.search(speaker, document.end()):
        return False  # a press release: whose?
    if _ANEW.match(speaker):
        return False  # the veteran performer: named before, and we have not seen where
    begin = 3 if words[1] == "of" and len(words) > 3 and words[2] in ("the", "its", "two", "three", "several") else 1
    for word in words[begin if first in _LEADS else 0 :]:
        low = word.lower().strip("'’,")
        if low in verbs.PREPOSITIONS or low in verbs.CLAUSE_WORDS:
            return False
        if low in _SAID_BY or low.removesuffix("s") in _SAID_BY or word[1:].lower() != word[1:]:
            return True
        if low.endswith("ies") and low[:-3] + "y" in _SAID_BY:
            return True
        if low.rpartition("-")[2] in _SAID_BY or low.endswith(("men", "women", "people", "person")):
            return True
    return False


def _is_paper(words: list[str]) -> bool:
    owned = any(word.endswith(("’s", "'s")) for word in words[:-1])
    return (len(words) >= _MORE_THAN_A_PAPER or owned or words[0] in ("The", "the")) and bool(_PAPER.search(words[-1]))


_ISSUED = frozenset(
    {"statement", "email", "e-mail", "letter", "note", "message", "reply", "response", "post", "comment"}
)
_LONGEST_ISSUED = 5  # words up to the body's name


def issuer(words: list[str]) -> int:
    """Where the body begins in `an emailed statement from Acme`, 0 when it is nothing of the kind."""
    for n in range(1, min(_LONGEST_ISSUED, len(words) - 1)):
        if words[n] in ("from", "by") and words[n - 1].lower() in _ISSUED:
            begin = n + 1 + (words[n + 1] == "the" and n + 2 < len(words))
            owned = any(word.endswith(("’s", "'s")) for word in words)
            return begin if words[begin][0].isupper() and not owned else 0
    return 0


_ONE_OF_THEM = frozenset({"a", "an", "one", "another"})
ARTICLE_AND_NOUN = 2
_DESCRIBED_BEFORE = 4  # speakers and subjects looked back through
_NAMELESS = frozenset(
    {"source", "official", "insider", "aide", "adviser", "advisor", "diplomat", "spokesperson", "spokesman"}
    | {"spokeswoman", "lawyer", "executive", "staffer", "lawmaker", "representative"}
)


def described(state: State, noun: str) -> Speaker | None:
    """`the source`, once `a senior party source` has spoken: the words that say who that is."""
    if noun not in _NAMELESS:
        return None
    for one in reversed(state.salient[-_DESCRIBED_BEFORE:]):
        if one.name.split()[0].lower() in _ONE_OF_THEM and noun in one.name.split()[1:]:
            return one
    return None
