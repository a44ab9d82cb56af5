"""Words that make an extractor look: one pass over an article's words tells every extractor where to start."""

from __future__ import annotations

from bot.pipeline import measures
from bot.pipeline.facts import numbers
from bot.pipeline.facts.names import Names
from bot.pipeline.text import word_set

MONTH_NAMES = (
    "january jan januar jänner janvier",
    "february feb februar février",
    "march mar märz mars",
    "april apr avril",
    "may mai",
    "june jun juni juin",
    "july jul juli juillet",
    "august aug août",
    "september sept sep septembre",
    "october oct oktober octobre",
    "november nov novembre",
    "december dec dezember décembre",
)
WEEKDAY_NAMES = (
    "monday montag lundi",
    "tuesday dienstag mardi",
    "wednesday mittwoch mercredi",
    "thursday donnerstag jeudi",
    "friday freitag vendredi",
    "saturday samstag samedi",
    "sunday sonntag dimanche",
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(WEEKDAY_NAMES) for name in names.split()}

# Names without a head word that stand often in AI-policy news; a list of spellings, not of opinions.
KNOWN_BODIES = Names(
    "OpenAI,Anthropic,Google,Google DeepMind,DeepMind,Microsoft,Meta,Amazon,Apple,Nvidia,NVIDIA,IBM,xAI,"
    "Mistral AI,Mistral,Hugging Face,Stability AI,Midjourney,Cohere,Aleph Alpha,DeepSeek,Baidu,Alibaba,"
    "Tencent,ByteDance,TikTok,Huawei,Samsung,Intel,AMD,TSMC,Palantir,Clearview AI,Character.AI,Scale AI,"
    "Perplexity,FTC,EEOC,NIST,CAISI,AISI,FCC,SEC,CFPB,DOJ,HHS,FDA,NTIA,OMB,OSTP,GAO,CISA,NSA,ICO,CMA,Ofcom,"
    "OFCOM,DSIT,CNIL,BfDI,EDPB,EDPS,OECD,UNESCO,ITU,WTO,WHO,NATO,ISO,IEEE,G7,G20,Europol,Interpol,BEUC,noyb,"
    "ACLU,EFF,White House,Pentagon,Downing Street,Kremlin,Bundesnetzagentur,Europarat,European Commission,"
    "Council of Europe,House of Commons,House of Lords,House of Representatives,Federal Reserve,"
    "United Nations,European Union"
)
# Seats of governments, legislatures, courts and summits, and large cities; unambiguous as written.
CITIES = Names(
    "Washington DC,Washington D.C,New York City,New York,San Francisco,Los Angeles,Sacramento,Silicon Valley,"
    "Chicago,Boston,Seattle,Denver,Austin,Houston,Dallas,Miami,Atlanta,Philadelphia,Albany,Springfield,"
    "Capitol Hill,London,Manchester,Birmingham,Edinburgh,Cardiff,Belfast,Glasgow,Dublin,Paris,Lyon,Marseille,"
    "Strasbourg,Straßburg,Brussels,Brüssel,Bruxelles,Berlin,Munich,München,Hamburg,Frankfurt,Cologne,Köln,"
    "Bonn,Karlsruhe,Vienna,Wien,Zurich,Zürich,Geneva,Genf,Genève,Bern,Davos,Rome,Milan,Madrid,Barcelona,"
    "Lisbon,Amsterdam,The Hague,Den Haag,Luxembourg City,Copenhagen,Stockholm,Oslo,Helsinki,Warsaw,Prague,"
    "Budapest,Bucharest,Sofia,Athens,Kyiv,Moscow,Istanbul,Ankara,Tel Aviv,Jerusalem,Dubai,Abu Dhabi,Riyadh,"
    "Doha,Cairo,Nairobi,Lagos,Abuja,Kigali,Johannesburg,Cape Town,Pretoria,New Delhi,Delhi,Mumbai,Bengaluru,"
    "Bangalore,Hyderabad,Beijing,Shanghai,Shenzhen,Hangzhou,Hong Kong,Taipei,Tokyo,Osaka,Hiroshima,Seoul,"
    "Hanoi,Bangkok,Jakarta,Kuala Lumpur,Manila,Canberra,Sydney,Melbourne,Wellington,Auckland,Ottawa,Toronto,"
    "Montreal,Montréal,Vancouver,Mexico City,Brasília,Brasilia,São Paulo,Rio de Janeiro,Buenos Aires,Santiago,"
    "Bogotá"
)

_BY_NAME: dict[str, frozenset[str]] = {
    "month": frozenset(MONTHS),
    "weekday": frozenset(WEEKDAYS),
    "relative": word_set("yesterday today tomorrow this last next gestern heute morgen hier demain aujourd"),
    "currency": word_set(
        "dollar dollars euro euros pound pounds pfund yen yuan renminbi rupee rupees won francs franken kronor "
        "kroner zloty "
        "shekels reais pesos rand roubles rubles dirhams naira livres pence cents usd eur gbp jpy cny inr krw "
        "chf cad aud "
        "nzd sek nok dkk pln czk huf sgd hkd twd brl mxn zar try ils aed sar ngn kes rs rmb ksh"
    ),
    "number": frozenset(
        word
        for table in numbers.WORDS.values()
        for word in table
        if word not in ("one", "hundred", "cent", "hundert", "dozen")
    ),
    "body": word_set(
        "department ministry agency commission authority office institute council committee subcommittee court "
        "board bureau "
        "university college foundation association union federation parliament assembly senate congress party "
        "bank center "
        "centre service administration alliance coalition society organization organisation corporation company "
        "group fund "
        "police tribunal force inc corp ltd llc plc gmbh ag ministerium bundesamt behörde bundesrat bundestag "
        "kommission "
        "ministère conseil assemblée sénat autorité agence"
    ),
    "vote": word_set(
        "vote votes voted voting ballot ballots favor favour against abstentions abstention abstained unanimous "
        "unanimously "
        "stimmen voix abgestimmt passed approved adopted rejected confirmed cleared advanced ruled defeated "
        "failed backed"
    ),
    "instrument": word_set(
        "memorandum memoranda executive proposed final consent interim code white joint draft discussion class "
        "lawsuit lawsuits "
        "settlement settlements subpoena subpoenas treaty treaties framework resolution ordinance moratorium "
        "injunction "
        "guidelines gesetzentwurf referentenentwurf verordnung richtlinie staatsvertrag projet proposition "
        "décret règlement "
        "ordonnance"
    ),
    "known": KNOWN_BODIES.firsts,
    "city": CITIES.firsts,
    "measure": measures.FIRSTS,
    "site": word_set(
        "park palace square street avenue airport bridge castle hall stadium arena island islands valley county "
        "beach river "
        "lake mountain hospital prison hotel"
    ),
}
TABLE: dict[str, tuple[str, ...]] = {
    word: tuple(name for name, words in _BY_NAME.items() if word in words)
    for words in _BY_NAME.values()
    for word in words
}
