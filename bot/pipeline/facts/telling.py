"""Whether a clause tells news, or addresses the reader, praises the news, or speaks of the newsroom itself."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from bot.pipeline.facts import idle
from bot.pipeline.text import word_set

# Patterns over every clause cost a card 7 %: words tell what they can, and which of the patterns is worth a look.
_WORD = re.compile(r"\w\w*")  # the first letter apart: it is looked for fast
_ASCII_WORD = re.compile(r"[0-9A-Za-z_][0-9A-Za-z_]*")  # faster
_SUMS = frozenset({"money", "vote"})
_NUMBERS = frozenset({"percentage", "date"})
_FIRST_PERSON = word_set(
    "We we Our our My my us me Wir wir uns Unser unser Unsere unsere Unserem unserem Unseren unseren Unserer unserer "
    "Unseres unseres ich Nous nous Notre notre nos je"
)
_READER = word_set("You you Your your Yours yours Yourself yourself Vous vous Votre votre vos")
# An outlet about itself, below the article.
_ABOUT_US_WORDS = word_set(
    "Since Founded Established Launched reporter correspondent journalist columnist writer outlet site organization "
    "organisation newsroom newsletter editor author authors Author Authors fellow professor Opinion Judgment filed "
    "delivered service coverage exists listed Please Join Subscribe Sign Register Click Download Read Follow "
    "manager largest leading premier nonprofit "
    "nonpartisan oldest fastest "
    "clients practice background"
)
_ABOUT_US = re.compile(
    r"(?:Since|Founded in|Established in|Launched in) \d{4}, (?:[A-Z]|the )[^,]{2,60} (?:has|have) (?:been |grown )?"
    r"(?:deliver|provid|cover|report|offer|serv|bring|publish|inform|more than|over)|"
    r"(?:\b(?:is|was)|['’]s) (?:an?|the)(?: [\w-]+){0,3} (?:reporter|correspondent|journalist|columnist|staff writer|"
    r"news (?:outlet|"
    r"site|organi[sz]ation)|newsroom|newsletter|"
    r"(?:contributing|managing|executive|senior|associate|deputy|news|policy|program|project|communications) "
    r"(?:editor|manager|officer|fellow|writer))(?: (?:at|for|of|with|based|covering|who)\b|\.?$)|"
    r"^(?:About )?[Tt]he [Aa]uthors?\b|^About the\b|^[Aa]uthors?:|"
    r"^(?:[A-Z][\w.’'-]+ ){2,4}is (?:an?|the) (?:[\w-]+ ){0,3}"
    r"(?:fellow|professor|director|analyst|researcher) (?:at|of|in|with) the\b[^,]*$|"
    r"^(?:Opinion|Judgment|Dissent)\b[^,.]{0,40}\b(?:filed|delivered|written) by\b|"
    r"^(?:Please (?:read|see|note|visit|click|contact|send|share|consider|sign|subscribe)|Join (?:us|our|the|[A-Z])"
    r"|Subscribe|Sign up|Register (?:for|now|here|today)|Click|Download (?:the|our|a)|Read (?:more|our|the|also|on)"
    r"|Follow (?:us|our|@))"
    r"\b|\b(?:counsel(?:s|ing)|advis(?:es|ing)|represents?) (?:[\w-]+ )?clients\b|"
    r"\bis (?:an?|the) (?:[\w-]+,? ){0,4}(?:largest|leading|premier|nonprofit|non-profit|nonpartisan|oldest|"
    r"fastest-growing) "
    r"(?:[\w-]+ ){0,4}(?:union|association|organi[sz]ation|provider|firm|company|think tank|coalition|network|group|"
    r"advocate|foundation|federation|charity|developer|supplier|platform)\b|"
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose) practice (?:focuses|includes|covers|spans)\b|"
    r"\b(?:uses|brings|draws on) (?:his|her|their) (?:background|experience|expertise)\b|"
    r"\bis an? (?:[a-z]+ )?service of [A-Z]|\b(?:provides|delivers|offers)(?: [a-z-]+){0,3} coverage of\b|"
    r"\bexists to (?:promote|protect|advance|support|serve)\b|\b(?:[Hh]eadlines|[Aa]rticles|[Ss]tories)\b.{0,40}\bare "
    r"listed\b"
)
# Words that value the news in place of telling it.
_VERDICT_WORDS = word_set(
    "mark marks marked marking represent represents signal signals signaled signaling underscore underscores "
    "underscored underscoring highlights highlighted highlighting illustrate illustrates illustrated illustrating "
    "illustration illustrations illustrative reflects reflected reflecting demonstrate demonstrates demonstrated "
    "demonstrating "
    "demonstration demonstrations demonstrative watershed pivotal landmark crucial significant historic major turning "
    "evidence seen unclear uncertain common mixed emphasizes emphasized emphasises emphasised emphasizing "
    "commitment dedication resolve"
)
_AIM_WORDS = word_set("aim aims hope hopes strive strives designed intended meant")
_AIM = re.compile(r"\b(?:aims?|hopes?|strives?|is (?:designed|intended|meant)) to\b")
_VERDICT = re.compile(
    r"\b(?:mark(?:s|ed|ing)?|represents?|signal(?:s|ed|ing)?|underscor\w+|highlight(?:s|ed|ing)|illustrat\w+|"
    r"reflect(?:s|ed|ing)|"
    r"demonstrat\w+|emphasi[sz]\w+) (?:that|how|an?|the|its|Washington|growing|mounting)\b|"
    r"\b(?:watershed|pivotal|landmark|crucial|significant|"
    r"historic|major) (?:moment|step|milestone|shift|turning point)\b|\bturning point\b|\bmore evidence of\b|"
    r"\b(?:remains|is|are) (?:to be seen|unclear|uncertain|common)\b|\bmixed responses?\b|"
    r"\b(?:reaffirm|reinforc|underlin|underscor|reiterat|renew|affirm|demonstrat)\w+ (?:its|his|her|their|our|a|the) "
    r"(?:[a-z]+ )?(?:commitment|dedication|support|resolve)\b"
)
# What somebody thinks of the news: praise or scorn.
_REACTIONS = word_set(
    "praise praises praised applauds applauded hails hailed welcomes welcomed slams slammed blasts blasted condemns "
    "condemned decries decried laments lamented criticizes criticized criticises criticised denounces denounced lobte "
    "lobten begrüßte begrüßten kritisierte kritisierten rügte rügten salue saluent salué dénonce dénoncent dénoncé "
    "critique critiquent critiqué triumph disaster catastrophe terrible wonderful brilliant disgrace disgraceful "
    "shameful outrageous deserve deserves ought"
)
# A clause that leans on one before it by a single word: “also ordered”.
_ALSO = word_set("also likewise ebenfalls zudem Zudem außerdem Außerdem Ferner Zugleich également aussi too")
_AMONG_THE_FIRST = 7  # words
# The same at the very end: “still under last year's level, however”.
_TRAILING = _ALSO | word_set("however though too instead either allerdings jedoch dagegen cependant toutefois")
# An object at the very end whose name is not in the clause: “asked the court to issue it”.
_LOOSE_ENDS = word_set("it them him her so this these those one there")
_HOLDS_ITS_NAMES = 11  # words; in a longer clause what “it” stands for is most often named
_DUTY_WORDS = word_set(
    "must shall required require requires prohibit prohibits prohibited ban bans banned may oblige obliged obligation "
    "obligations effect force tritt treten gelten gilt muss müssen verpflichtet verboten doit doivent interdit "
    "obligatoire until deadline deadlines later within due fined fines expire expires spätestens Frist binnen "
    "innerhalb tard amende amendes Bußgeld Bußgelder"
)
# What a page asks of its reader.
_CALL = re.compile(
    r"(?:Notes? (?:to|for) editors|For more (?:information|details|on|about)|"
    r"Take a look|Click|Tap|Listen|Watch|Read (?:more|on|the|our)|See (?:also|our|the full|more)|Subscribe|Sign up|"
    r"Learn more|Check out|Scroll|Download|Share|Donate|Join us|Find out|Visit|Lesen Sie|Hören Sie|Sehen Sie|"
    r"Erfahren Sie|Melden Sie|Abonnieren Sie|Lire|Écoutez|Regardez|Abonnez|Découvrez|Inscrivez|Retrouvez)\b"
)
# What a product costs its buyers, not what a rule costs.
_PRICE = re.compile(r"\b(?:(?<!to )costs|sells for|is priced at|prices? starts? at|kostet|coûte)\b(?! (?:of|more)\b)")
_DUTY = re.compile(
    r"\b(?:must|shall|(?:is|are|be) required to|requires?|prohibit(?:s|ed)|bans?|banned|may not|obliged?|"
    r"obligations?|"
    r"(?:takes?|took) effect|goes into effect|(?:comes?|enters?) into force|tritt|treten|gelten|gilt|"
    r"muss|müssen|verpflichtet|verboten|doit|doivent|interdit|obligatoire|"
    r"ha(?:s|ve) until|deadlines?|no later than|within (?:\d+|two|three|six|nine|twelve) (?:hours|days|weeks|months)|"
    r"(?:is|are) due|fine[sd] (?:of|up)|(?:be|faces?|risk) (?:fined|fines)|expires?|spätestens|Frist|"
    r"(?:binnen|innerhalb) (?:\w+ ){1,3}(?:Tagen|Wochen|Monaten)|au plus tard|amendes?|Bußgeld(?:er)?)\b"
)
_SPEECH = re.compile(r"[“\"„«][^“”\"„«»]{1,400}[”\"»]")
# What a newsroom says of its own work: nobody answered, nothing could be checked.
_NO_ANSWER_WORDS = word_set(
    "reached verified verify confirm confirmed respond return reply answer decline declines declined declining receive "
    "comment "
    "available immediately contributed zunächst répondu souhaité commenté donné"
)
_NO_ANSWER = re.compile(
    r"\b(?:(?:could|can)(?: ?not|['’]t) (?:independently |immediately )?"
    r"(?:be (?:independently |immediately )?(?:reached|verified|confirmed)|verify|confirm)|"
    r"did(?: not|n['’]t) (?:immediately |yet )?(?:respond|return|reply|answer)|"
    r"would(?: not|n['’]t) comment|declin\w+ (?:to (?:comment|be)|"
    r"comment|"
    r"an interview)|yet to (?:receive a response|respond|comment)|"
    r"(?:was|were)(?: not|n['’]t) (?:immediately )?available|not immediately (?:clear|available|known|respond)|"
    r"requests? for comment|contributed to this (?:report|story)|war zunächst nicht zu erreichen|"
    r"n['’](?:a|ont) pas (?:[a-zé]+ment )?(?:répondu|souhaité|commenté|donné (?:suite|de (?:détails|précisions))))\b"
)
# A house that looks for staff, as job boards and newsletters print it: no news, unless it says how many.
_ADVERT_WORDS = word_set(
    "hiring recruiting seeking looking vacancy vacancies Vacancy salary Salary CV résumé resume time apply Apply "
    "Bewerbung Bewerbungen sucht Vollzeit Teilzeit recrute recrutons candidature candidatures CDI"
)
_ADVERT = re.compile(
    r"\b(?:(?:is|are) (?:now |currently |also )?(?:hiring|recruiting) (?:an?|its|their) "
    r"|(?:is|are) (?:looking for|seeking) (?:an? )?(?:[\w-]+ ){0,4}(?:to join|candidates?|interns?)\b"
    r"|job vacanc|(?:a|the) vacancy for|salary (?:range|of|is|from|up to|band)\b|competitive salary"
    r"|(?:your|a) (?:CV|résumé|resume)\b|(?:full|part)-time (?:position|role|post|contract)\b"
    r"|[Aa]pply (?:now|here|online|via|by e-?mail|with (?:a|your))\b"
    r"|sucht (?:zum|ab sofort)\b|in (?:Voll|Teil)zeit\b|Bewerbungen? (?:bis|an|mit)\b"
    r"|recrut(?:e|ons) (?:une?|son|sa) |candidatures? (?:à|avant|jusqu)|en CDI\b)"
)


def binds(part: str) -> bool:
    """Whether a clause tells a duty, a ban, or when something begins to hold."""
    return _DUTY.search(part) is not None


# What each word above may be a sign of, as bits: few words of a clause are any, and those are looked at once.
_SIGNS_OF = (
    _READER, _FIRST_PERSON, _ADVERT_WORDS, _VERDICT_WORDS, _DUTY_WORDS, _NO_ANSWER_WORDS, _ABOUT_US_WORDS, _REACTIONS,
    _AIM_WORDS,
)  # fmt: skip
_OF_READER, _OF_US, _OF_ADVERT, _OF_VERDICT, _OF_DUTY, _OF_NO_ANSWER, _OF_ABOUT_US, _OF_REACTION, _OF_AIM = (
    1 << bit for bit in range(len(_SIGNS_OF))
)
_BITS = {
    word: sum(1 << bit for bit, one in enumerate(_SIGNS_OF) if word in one) for word in frozenset().union(*_SIGNS_OF)
}


def _signs(words: frozenset[str]) -> int:
    bits = 0
    for word in words & _BITS.keys():
        bits |= _BITS[word]
    return bits


def words_of(part: str) -> frozenset[str]:
    """The different words of a clause as written, without marks."""
    return frozenset((_ASCII_WORD if part.isascii() else _WORD).findall(part))


def judged(
    part: str,
    kinds: Set[str],
    *,
    first: bool = False,
    words: Sequence[str] | None = None,
    held: frozenset[str] | None = None,
) -> tuple[float, bool]:
    """What a clause is worth against a plain told one (1.0), and whether it is weak: shown only for want of others.

    Worth nothing (0.0) is what no want of others brings up: a job advert.

    Args:
        part: the clause.
        kinds: of the mentions in it; an appeal with a day in it is a call's deadline, not a hook.
        first: whether it is of the article's first sentence, which may value the news as it tells it.
        words, held: the clause cut at blanks, and its `words_of`, where they are known.
    """
    speaks = "“" in part or '"' in part or "„" in part or "«" in part
    told = _SPEECH.sub("", part) if speaks else part
    words = part.split() if words is None else words
    held = words_of(part) if held is None else held
    outside = held if told == part else words_of(told)  # of quotations
    marks = idle.signs(outside)
    signs = _signs(held)
    heard = signs if told == part else _signs(outside)
    if (signs & _OF_ADVERT and _ADVERT.search(part)) or idle.opinion(part, told, marks, kinds):
        return 0.0, True
    worth = 1.0
    reader = bool(heard & _OF_READER)
    writer = "I" in outside and idle.WRITER.search(told) is not None
    if reader or writer or heard & _OF_US:
        worth *= 0.5
    judges = not first and kinds.isdisjoint(_SUMS)
    values = judges and kinds.isdisjoint(_NUMBERS)
    verdict = values and heard & _OF_VERDICT != 0 and _VERDICT.search(told) is not None
    if verdict or (values and heard & _OF_AIM and _AIM.search(told)):
        worth *= 0.6
    if "money" in kinds and _PRICE.search(told):
        worth *= 0.6
    if not _ALSO.isdisjoint(words[:_AMONG_THE_FIRST]) or words[-1] in _TRAILING:
        worth *= 0.7
    if signs & _OF_DUTY and _DUTY.search(part):
        worth *= 1.5
    if (
        _CALL.match(part)
        or (signs & _OF_NO_ANSWER and _NO_ANSWER.search(part))
        or (signs & _OF_ABOUT_US and _ABOUT_US.search(part))
    ):
        return 0.0, True
    weak = (
        (reader and not ("money" in kinds or ("date" in kinds and signs & _OF_DUTY)))
        or (len(words) <= _HOLDS_ITS_NAMES and words[-1] in _LOOSE_ENDS)
        or verdict
        or writer
        or (judges and heard & _OF_REACTION != 0)
        or idle.empty(part, words, outside, marks, kinds)
    )
    return worth, weak
