"""How sentences begin: datelines, words that join, words that point at something said before."""

from __future__ import annotations

import re

_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
# Where the report comes from: LONDON, England (CNN) -- ; (Reuters) - ; BRUSSELS, 12 March —
_UPPER = "A-Z\u00c0-\u00de"
_PLACE = rf"[{_UPPER}][\w.'’/-]*(?:[ \u00a0][{_UPPER}][\w.'’/-]*){{0,3}}(?:,[ \u00a0][\w.'’ ]{{1,24}}){{0,2}}"
DATELINE = re.compile(
    r"(?:[A-Za-z][\w .,'’/-]{1,40}[ ])?-(?:lrb|LRB)-[ ](?:[A-Za-z]{2,9}|cnn student news)"
    r"[ ]-(?:rrb|RRB)-[ ](?:--?[ ])?|"
    rf"\(\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\)[ \u00a0]|"
    rf"(?:{_PLACE}[ \u00a0]?)?"
    r"\([ ]?(?:CNN|AP|Reuters|REUTERS|AFP|afp|UPI|Bloomberg|cnn|ap|reuters|CNN Student News|EW\.com|The Frisky|"
    r"Mashable|WIRED|dpa|DPA|sda|SDA|Keystone-SDA|awp|AWP|apa|APA|ats|ATS|epd|KNA|kna|ANP|Belga|BELGA|ANSA|EFE|PTI|"
    r"IANS|ANI|Kyodo|Yonhap|Xinhua|TASS|CP|PA|PA Media|AAP|SID|dts|rtr|ots)(?:[-/][\w]{2,12}){0,2}[ ]?\)"
    r"[ ]?(?:[-–—:]{1,2})?[ ]?"
    rf"|{_PLACE}[ \u00a0]?\([{_UPPER}a-z][\w.,/& \u00a0-]{{1,24}}\)[ \u00a0]?[-–—:]{{1,2}}[ \u00a0]"
    rf"|{_PLACE},?[ \u00a0](?:{_MONTHS})[a-z.]*[ \u00a0]\d{{1,2}}[ \u00a0]?"
    rf"\([A-Z][^()]{{1,28}}\)[ \u00a0]?(?:--?|[–—])[ \u00a0]?"
    rf"|{_PLACE}[ \u00a0]?/[A-Za-z ]{{3,24}}/[ \u00a0]?[-–—]{{1,2}}[ \u00a0]"
    rf"|(?:[{_UPPER}][\w.'’-]*,?[ \u00a0]){{1,4}}?(?:le[ \u00a0]|den[ \u00a0])?(?:[-–—|][ \u00a0]|"
    rf"\()?(?:(?:{_MONTHS})[a-z.]*[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\.?[ \u00a0][^\W\d]{{3,9}})"
    r"(?:,?[ \u00a0]\d{4})?\)?[ \u00a0]?[-–—:|][ \u00a0]"
    rf"|[{_UPPER}][{_UPPER}.'’-]{{2,}}(?:[ \u00a0][{_UPPER}.'’-]+){{0,2}}(?:,[ \u00a0][\w.'’ ]{{1,24}}){{0,2}}"
    rf"[ \u00a0]?(?:(?:--|[–—―:-])[ \u00a0]|(?:--|[–—―])(?=[{_UPPER}“\"]))"
)
# The same at the start of a text without capitals: montgomery , ala. -- ; new york -
LOWER_DATELINE = re.compile(
    r"(?!(?:the|an?|some|one|two|three)\b)[a-z.'’-]+(?:[ ][a-z.'’-]+){0,2}(?:[ ]?,[ ][a-z.'’-]+(?:[ ][a-z.'’-]+)?)?"
    r"(?:[ ](?:--|[-–—])[ ]|--)(?=[a-z`\"])",
    re.IGNORECASE,
)
DATELINE_ENDS = re.compile(r"[-–—―:|)](?:[ \u00a0]|(?<=[—―)])|(?<=-)-)")  # the first mark apart: it is looked for fast
# Who wrote it, behind the last sentence: (dpa/jW)
AGENCY = re.compile(r"[ \u00a0]\((?:dpa|AFP|Reuters|AP|KNA|epd|apa|sda|ANP|EFE|Belga)\b[^()]{0,20}\)$", re.IGNORECASE)
# Openings that only join a sentence to the one before.
JOINER = re.compile(
    r"(?:But|And|So|Yet|Or|Nor|However|Meanwhile|Further|Moreover|Furthermore|In addition|Additionally|Also|Still|"
    r"Nevertheless|Nonetheless|"
    r"Instead|Then|Now|Indeed|Separately|In parallel|Elsewhere|At the same time|As a result|Consequently|"
    r"Therefore|Thus|In turn|"
    r"Overall|Finally|Ultimately|In fact|In particular|For example|For instance|In short|In other words|Of course|"
    r"By contrast|"
    r"In contrast|On the other hand|Similarly|Likewise|Notably|Crucially|Importantly|Specifically|First|Second|"
    r"Third|Secondly|Lastly|"
    r"To that end|Besides|Even so|That said|After all|Again|Apparently|Sadly|Unfortunately|Fortunately|"
    r"Interestingly|Naturally|Perhaps|"
    r"Though|For starters|More specifically|More precisely|More importantly|In practice|In practical terms|Either way|"
    r"(?:[\w-]+[ \u00a0]){1,2}(?:years?|months?|weeks?|days?|hours?|decades?|generations?)[ \u00a0](?:later|on)|"
    r"Plus|Too|Eventually|Afterwards?|Later|Aber|Und|Doch|Zudem|Außerdem|Allerdings|Mais|Et|Or|Cependant|"
    r"Toutefois|En outre|Par ailleurs)"
    r"[ ]?,[ \u00a0]",
    re.IGNORECASE,
)
LONGEST_JOINER = 24  # code points with its comma
# What a newsletter sets before a paragraph: “Why it matters: …”, “Bottom line: …”.
LABEL = re.compile(
    r"(?:(?:The |Our )?(?:[Kk]ey (?:points?|takeaways?|facts?|developments?)|[Bb]ottom line|[Bb]ig picture|[Ll]atest|"
    r"[Gg]ist|[Ii]ntrigue|[Dd]etails|[Cc]ontext|[Bb]ackground|[Rr]ecap|[Tt]ake-?aways?|[Uu]pshot)|Why it matters|"
    r"What[’']?s (?:next|new|happening|changing|at stake)|What (?:is|comes) next|What happened|What to (?:know|watch)|"
    r"What we know|Next steps?|State of play|Driving the news|Zoom (?:in|out)|Between the lines|By the numbers|"
    r"Catch up quick|Yes, but|Flashback|Go deeper|In short|TL;DR|Summary|Update|At issue|Status|Current status|"
    r"Where it stands|The (?:issue|problem|facts|idea|plan|backdrop|catch)|Across the pond)"
    r"(?::|,(?=[ \u00a0]the))[ \u00a0]"
)
# What follows such a label without a subject: “Status: Advanced out of committee”.
SUBJECTLESS = re.compile(r"(?:[A-Z][a-z]+(?:ed|ing)|Has|Have|Is|Are|Was|Were|Would|Will|Sent|Set|Held)\b")
LONGEST_LABEL = 24  # code points with its colon
JOINER_WORDS = re.compile(
    r"(?:But|And|Yet|Or|Mais|Et|Aber|Und|Doch|So(?=[ \u00a0](?:the|an?|many|some|most|no|if|when|"
    r"for|in|on|at|far)[ \u00a0]))[ \u00a0](?=\S)"
)
# An opening phrase that points back: “As part of this partnership, ...”, “In his ruling, ...”
POINTING_PHRASE = re.compile(
    r"(?:As|In|Under|Following|After|Despite|With|For|At|On|During|By|Since|Through|Besides|Beyond|Within|Amid|"
    r"Before|Upon|To|From|Along)\b"
    r"[^,.;:()“”\"]{0,60}?\b(?:this|that|these|those|such|it|its|their|his|her|them|him|which|the (?:same|new|"
    r"latest|two))\b[^,.;:()“”\"]{0,50},[ \u00a0]"
)
PARALLEL = re.compile(
    r"(?:In parallel|Separately|Elsewhere|Similarly|Likewise|At the same time|Par ailleurs|"
    r"In a separate (?:case|deal|decision|development|incident|investigation|lawsuit|move|order|probe|ruling|suit))\b"
)
# “Three other states have passed similar laws”, “Similar bills are pending in Ohio”: the same, but elsewhere.
ELSEWHERE = re.compile(
    r"(?:[\w-]+[ \u00a0]){0,4}?[Oo]ther[ \u00a0](?:[\w.-]+[ \u00a0]){0,2}?(?:states|countries|nations|cities|provinces|"
    r"governments|jurisdictions|regulators|courts|lawmakers|cantons)\b[^.;]{0,60}?[ \u00a0](?:have|has)[ \u00a0]"
    r"|Similar[ \u00a0](?:laws|bills|rules|measures|cases|suits|lawsuits|bans|fines|complaints)[ \u00a0]"
    r"(?:have|are|were|exist)\b|Andere[ \u00a0](?:Länder|Staaten|Bundesländer|Kantone|Behörden)[ \u00a0]haben\b"
    r"|D['’]autres[ \u00a0](?:pays|États|villes|régions)[ \u00a0]ont\b"
)
ELSEWHERES = ("ther ", "ther\u00a0", "Similar", "Andere", "autres")  # one of these is in every such opening
PRONOUN = re.compile(
    r"(?:(?i:he|she|it|they|this(?![ \u00a0](?:morning|afternoon|evening|week(?:end)?|month|year|spring|summer|"
    r"autumn|fall|winter)\b)|that|these|those|his|her|its|their|him|them|both|such|there|here|another|others|"
    r"neither|either|we|i|you|my|our|your|"
    r"what|why|how|also|then|so|not|nor|too|the (?:two|pair|duo|couple|former|latter|same|others?|trio|three)|"
    r"the (?:first|second|third|fourth|fifth|last)(?: (?:one|two|three))?(?=[ \u00a0](?:is|are|was|were|will|would|has|"
    r"have|had|applies|apply|covers?|concerns?|requires?|involves?|deals?|allows?|sets?|says?)\b)|one "
    r"of (?:them|the)|(?:some|all|most|every ?one|none|many) of (?:them|us|these|those)|some of the|"
    r"er|sie|es|dies|diese[rsmn]?|dafür|dagegen|damit|dabei|dazu|daher|deshalb|darum|darauf|daraus|daran|darin|"
    r"dadurch|danach|davon|davor|darüber|demnach|deswegen|stattdessen|trotzdem|dennoch|somit|folglich|dort|"
    r"hierfür|hierbei|"
    r"das[ \u00a0](?:ist|sind|war|wird|wurde|hat|geht|gilt|soll|kann|bedeutet|zeigt|sieht|betrifft|heißt|gelte|"
    r"sei|teilte|sagte)|"
    r"(?:\w+[ \u00a0]){1,3}(?:jedoch|hingegen|dagegen|ebenfalls|cependant|toutefois)|c['’]est|celui|celle|ceux|"
    r"il|elle|ils|elles|cela|cette|ces|ce))\b(?!['’]s? own)"
)
# “On Tuesday, he ...”, “When she arrived, ...”: the pointer stands after an opening phrase, or inside it.
LATE_POINTER = re.compile(
    r"(?:(?:[^,;“”\"]{2,30}, )?(?:all|most|some|many|each|both|none) of (?:these|those|them|this)\b|"
    r"[^,.;“”\"]{2,70},[ \u00a0](?:(?:however|though|meanwhile|of course|for example)[ ]?,[ \u00a0])?"
    r"(?:he|she|it|they|his|her|its|their|this|these|those|that|both|"
    r"there|we|i|you|ils?|elles?)\b"
    r"|(?:Last|Next|This|Earlier this|Later this|In|On|By|Since|At|Now|Today|Yesterday|Soon|Once|Later|Earlier)"
    r"[ \u00a0](?:[\w’'-]+[ \u00a0]){0,3}?"
    r"(?:he|she|it|they|we|I)\b"
    r"|(?:When|As|After|Before|While|If|Because|Although|Though|Since|Once|Until|Asked|Speaking|Despite|With|In|"
    r"Among|Of|Behind|Beyond|Besides|Under|Through|From|Like|For|At)[ \u00a0](?:[^\s,]+[ \u00a0]){0,3}?(?:he|"
    r"she|it|they|his|her|its|their|this|these|those|them|him)\b"
    r"(?![^,.;“”\"]{0,90},[ \u00a0](?:the[ \u00a0])?(?:[A-Z][\w.’'-]+[ \u00a0]){1,4}[a-z]))"
)
LATE_POINTER_DE = re.compile(
    r"(?:Um|Mit|In|Nach|Bei|Von|Aus|Auf|Für|Durch|Zu|An|Neben|Trotz|Wegen)[ \u00a0](?:\w+[ \u00a0]){0,2}?"
    r"(?:diese[rsmn]?|ihm|ihnen|denen|deren|dessen)\b"
    r"|(?:Seit|Im|In|Am|An|Nach|Bei|Mit|Vor|Auf|Für|Bis|Laut|Heute|Gestern|Nun|Jetzt|Schon|Bereits|Inzwischen|Zwar|"
    r"Mittlerweile|Damals|Später|Zuvor|Zugleich|Gleichzeitig|Zudem|Außerdem|Künftig|Zunächst|Schließlich)[ \u00a0]"
    r"(?:\S+[ \u00a0]){1,4}?(?:er|sie|ihn)\b"
    r"|(?:\w+[ \u00a0]){1,2}(?:ils?|elles?)[ \u00a0](?!y[ \u00a0])"
)
