"""How the news tells a bill's way through a legislature; read by `pipeline.frame.road`. English verbs in base form."""

from __future__ import annotations

from typing import Final

# What travels.
BILLS: Final = (
    "bill bills measure measures legislation act proposal proposals ordinance ordinances resolution resolutions "
    "amendment amendments moratorium package plan preemption provision provisions ban law laws limits rules"
)
# Motion to a place, or through it.
GOING: Final = (
    "head go move advance proceed travel return cross sail breeze cruise sweep coast glide squeak march roll race push "
    "send forward transmit deliver ship vote report get make emerge usher shepherd steer rush inch fly land reach near "
    "bounce pass come progress"
)
CLEARING: Final = "clear pass survive escape"  # a hurdle
TOWARDS: Final = "to toward towards before onto on reach reaches reached reaching near nears nearing for"
THROUGH: Final = "through out past from over off of by"
CHAMBERS: Final = (
    "senate house assembly chamber chambers floor committee committees panel subcommittee senators lords commons lower "
    "upper delegates"
)
LEGISLATURES: Final = "legislature congress statehouse parliament lawmakers capitol"
HURDLES: Final = "hurdle hurdles deadline test crossover markup vote"
# Where a bill waits for a signature.
DESKS: Final = (
    "governor governors gov desk president signature newsom hochul polis abbott pritzker desantis youngkin lamont "
    "healey shapiro whitmer walz kemp ivey stitt kotek inslee evers hobbs sununu ayotte dewine spanberger sherrill "
    "murphy mcmaster landry kehoe burgum rhoden gianforte lombardo dunleavy beshear morrisey pillen holcomb braun "
    "cuomo ducey cox mills biden trump"
)
AWAITING: Final = "await awaits awaiting awaited pending"
# Who says yes, as a noun: “wins House approval”, “gives the nod to”.
YES: Final = (
    "signature approval passage nod ok okay backing blessing assent consent adoption endorsement go green thumbs sign "
    "support"
)
GETTING: Final = "win gain get receive earn secure garner give grant clinch draw see"
FIRST: Final = "initial preliminary tentative first early second"
# Who brings a bill in.
LAWMAKERS: Final = (
    "lawmaker lawmakers legislator legislators senator senators sen sens rep reps representative representatives "
    "congressman congresswoman congressmembers democrat democrats republican republicans delegate assemblymember "
    "assemblyman assemblywoman member members sponsor sponsors pair duo trio group coalition leaders caucus mp mps gop "
    "bipartisan hawley blumenthal warner cruz blackburn wiener padilla bores schumer markey cantwell"
)
BRINGING: Final = (
    "introduce file prefile float pitch offer carry author pen craft write sponsor cosponsor bring reintroduce unveil "
    "propose draft push champion present submit plan prepare eye target weigh drop ready announce refile revive debut "
    "roll want seek"
)
BROUGHT: Final = (
    "introduced filed prefiled reintroduced unveiled offered proposed authored penned sponsored submitted drafted "
    "floated refiled written carried"
)
# How a bill ends; the verb alone, or with the word after it.
DYING: Final = "die fail stall collapse fizzle flop sink falter languish wither founder flounder perish expire"
ENDING: Final[dict[str, str]] = {
    "fall come": "short apart",
    "go": "down nowhere",
    "run": "out",
    "miss": "deadline cutoff crossover",
}
LEFT: Final = (
    "left kept cut dropped stripped removed omitted excluded struck pulled axed missing absent yanked tossed nixed "
    "scrubbed"
)
HELD: Final = (
    "held bottled tabled shelved withdrawn pulled yanked spiked abandoned scrapped killed defeated gutted buried"
)
