"""Words that prove a stage, each with its weight; read by `pipeline.frame`."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import Table

STAGES: Final[Table] = {
    "repealed": {
        3.2: (
            "rescinds|rescinded|rescinding|revokes|revoked|revoking|repeals|repealed|repealing|scraps rule|scrapped"
            "|scraps|abolishes|abolished|expired|pulls plug|withdraws directive|withdrew the proposal"
            "|withdraws proposal|withdrawn by|formally withdrawn|withdraws the|withdraw ai liability|hebt auf"
            "|aufgehoben|abroge|abrogé|abrogation|rolls back|rolled back|kills rule|tears up|undoes|undo"
            "|reverses|reversed"
            "|revocation|axes|axed|zieht zurück|zurückgezogen|retiré"
        ),
        2.0: ("rescind|revoke|repeal|scrap|abolish|withdraw|replaced by|replaces|lapse*|ends|withdraws|dropped"),
    },
    "struck_down": {
        3.3: ("court halts|judge halts|halts use"),
        3.2: (
            "struck down|strikes down|preliminary injunction|injunction|blocked by a judge|judge blocks"
            "|judge blocked|judge halts|court blocks|court blocked|unconstitutional|invalidates|invalidated|annuls"
            "|annulled|overturns|overturned|temporarily blocked|restraining order|judge strikes|court strikes"
            "|court suspends|enjoins|enjoined|censure|kippt|annule|inconstitutionnel"
            "|federal judge blocks|blocked the law|judge pauses|court stays"
        ),
        1.8: ("halts|halt|suspends law"),
    },
    "rejected": {
        3.4: (
            "opt out of|have not signed|has not signed|not signed the|absent from the|vetoes|vetoed|veto|voted down"
            "|rejects"
            "|rejected|strips|stripped|strike the|struck from|refuses to sign"
            "|refused to sign|refuse to sign|declines to sign|declined to sign|decline to sign|won't sign"
            "|will not sign|did not sign|refusing to sign|snub*|shot down|drops proposed|failed to pass"
            "|fails to pass|fails to advance|dies in|died in|dies|died on the order paper|defeated|defeat|kills bill"
            "|killed|voted 99-1|99-1|votes to strip|strips ai|abandons|abandoned|opts out of signing|rejecting"
            "|abgelehnt|lehnt ab|rejette|rejeté|shelved|shelves|tabled indefinitely|withhold* signature|backs out"
            "|removed from the bill|dropped from|drop from|withdrawn from|votes against|voted against|fails in"
            "|stalls|scuttle*|turned down|opposes signing|strip|won't be signing|not signing|did not pass|opposes"
        ),
        3.6: ("inexpedient to legislate|indefinitely postpone*|postponed indefinitely"),
        1.5: ("declines|declined|refuses|refused|refusal|drops|dropped"),
    },
    "delayed": {
        4.2: ("aufschub"),
        3.4: (
            "delays|delayed|postpones|postponed|postponing|postpone|pauses|paused|stop the clock|stop-the-clock"
            "|pushes back|pushed back|push back|deferred|defers|extended deadline|extends deadline|delaying|delay"
            "|grace period|puts off|put off|breathing room|reprieve|more months|extra months|another year to"
            "|until 2027|held up|deadline missed|verschiebt|verschoben|verschiebung"
            "|reporte|reporté|report de l'application|suspends implementation|halts implementation|delay of"
            "|slips|on hold|put on hold|moves back|later than planned|one-year delay|pause on|push start"
            "|pushes start|pushed start|start later|months later than|later date|start date|move the date"
            "|gets more time|more time|extends transition period*|longer transition|transition periods extended"
            "|transition period extended|new start date|postponement|stalled"
        ),
        3.0: (
            "verpasst frist|reißt frist|reißt die frist|frist verpasst|verpasst die frist|gelten erst|gilt erst"
            "|will be late|behind schedule|be late|stretch into|not ready|missed deadline|run late"
        ),
        1.3: ("pause|suspends|suspended|extension|wait until|miss deadline|misses deadline"),
    },
    "enforced": {
        3.2: (
            "declines to hear|refuses to hear|won't hear|won't take up|won't review|declines to take up"
            "|declined to hear|turns away|turned away"
            "|court rules|judge rules|judges rule|court says|court finds|court lets|court orders|court rejects"
            "|tribunal rules|rejected an injunction|injunction sought|denies injunction|denied an injunction"
            "|denied the injunction|refuses injunction|judge lets|court allows|judge allows|judge orders"
            "|court convicts|judge dismisses|court dismisses|jury finds|found breached|gericht entscheidet"
        ),
        3.0: (
            "unavailable in|unavailable pending|no longer available|no longer be available"
            "|not be available to download|removed from app stores"
            "|took action against"
            "|takes action against|action against|resolving claims|resolves claims"
            "|fines|fined|penalty|penalties|settles|settled|settlement|settle|investigates|investigated"
            "|opens investigation|launches investigation|opened an investigation|launches probe|opens probe"
            "|formal investigation|investigation into|investigation|investigating|probe|charged|charges|crackdown"
            "|cracks down|cracked down|ordered to|ordered|sanctioned|sanctions|sanction|bans rite aid"
            "|banned from using|barred from|fine|bußgeld|geldbuße|amende|sanctionne|met en demeure|mis en demeure"
            "|urteilt|urteilte|urteilten|mise en demeure|cease and desist"
            "|enforcement action|enforcement actions|temporary ban|temporarily bans|blocks deepseek|consent order"
            "|raids|raid"
            "|pleads guilty|pleaded guilty|guilty plea|pled guilty|acquitted|certifies class|class certification"
            "|certified a class|certifies a class|sends refunds|consent judgment|stipulated order|final judgment"
            "|assurance of voluntary compliance|assurance of discontinuance|demand letter*"
            "|found liable|found guilty|convicted|sentenced|jailed|verdict|ruled that|rules that"
            "|ruling|ruled|wins|won|loses|lost|judgment|sued by|warns companies|warning letters|sends letters"
            "|verurteilt|urteil|abgewiesen|weist ab|weist klage|stattgegeben|gibt statt|verhängt|verhängte|untersagte"
            "|inflige"
            "|infligé|entschied|entschieden|condamne|condamné|blocked access|blocks access|breached"
            "|statement of objections|reprimand*|detain*|subpoena*|sweep|arrested|perquisition|ermittelt|enquête"
            "|prüft|prüfung|beendet"
            "|untersagt|must delete|ordering|approves settlement|agreed to pay|agrees to pay|dismisses|dismissed"
            "|dismiss|upholds|upheld|rules against|multa|finds that|rejects claim*|rules in favor|rules in favour"
            "|sides with|tosses|sues over ai law|attorney general sues|regulator sues|attorney general sued"
            "|prosecutors|emergency order|verstoßen|ordered to pay|must pay|has to pay|will pay"
        ),
        2.2: ("orders"),
        2.4: ("suspends|suspended|suspends downloads|halts downloads"),
        1.7: ("bans|banned"),
        1.6: ("to pay|imposed the penalty|served notice"),
    },
    "in_force": {
        3.4: (
            "begins enforcing|began enforcing|starts enforcing|started enforcing|begin enforcing|begins to enforce"
            "|started to enforce|starts to enforce|enforcement begins|enforcement starts|enforcement began"
            "|powers take effect|obligations apply|duties apply|ban applies|bans apply|bans take effect"
            "|first provisions apply|rules apply|rules kick in|start to bite"
        ),
        3.3: (
            "enters into force|entered into force|enter into force|comes into force|came into force|come into force"
            "|took effect|takes effect|take effect|taking effect|now applies|now apply|goes into effect"
            "|went into effect|gone into effect|in force since|begin to apply|began to apply|begins to apply"
            "|start to apply|starts applying|started applying|starts to apply|becomes applicable|became applicable"
            "|become applicable|tritt in kraft|in kraft getreten|treten in kraft|in kraft|gilt ab|gelten ab|gilt nun"
            "|s'appliquent désormais|s'applique désormais|sont applicables|est applicable|entrent en application"
            "|entre en application|entré en vigueur|entrés en vigueur|becomes effective|became effective"
            "|become effective|now effective|entre en vigueur|entrée en vigueur|entrent en vigueur"
            "|est entré en vigueur|now in force|in effect"
            "|goes live|went live|now on the books|starting today|starting this week|as of today|beginning today"
            "|compliance date arrives|compliance deadline arrives|now enforceable"
            "|kick in|kicks in|kicked in|enforceable from|came into effect"
            "|comes into effect|come into effect|into effect|in force|starts today|began today|begin today"
            "|apply from today|start applying|now binding|kick in today"
        ),
        2.4: ("must now|now must|now has to|now have to|now required"),
        1.5: ("applies from|apply from|from today|effective immediately|effective today|applicable"),
    },
    "signed": {
        3.2: (
            "signed by|signed into law|signs into law|signs|signed|inks|inked|signing of|signing|signs law|ratifies"
            "|ratified|ratification|promulgated|promulgates|royal assent|into law|unterzeichnet|unterzeichneten"
            "|unterschreibt|unterschrieben|signe|signé|signent|promulgué|promulgue|ratifié|executive order signed"
            "|signed an executive order|signs executive order|issued an executive order|issues executive order"
            "|puts signature|co-signed|signatories|have signed|opened for signature|ausgefertigt|penned|sign onto"
            "|signed on to|sign up to|becomes law|becoming law|became law|is now law|become law|puts pen to|put pen to"
            "|with governor's signature|with the governor's signature|with his signature|with her signature"
            "|becomes law without|became law without"
        ),
        1.8: ("sign|endorse|endorsed|endorses|endorsing|agree|agreed on|strike deal"),
    },
    "passed": {
        5.0: (
            "override veto|overrides veto|overrode veto|override the veto|overrides the veto|overrode the veto"
            "|override governor's veto|overrides governor's veto|overrode governor's veto|veto override"
            "|override the governor's veto|overrides the governor's veto|overrode the governor's veto"
        ),
        3.3: (
            "adopte définitivement|définitivement adopté|final reading|third and final reading|concurrence vote"
            "|goes to gov|goes to governor|goes to the governor|heads to gov|sent to the governor|sent to governor"
        ),
        3.0: (
            "new rule lets|new rule allows|new rule requires|new rule will|new rules let|new rules allow"
            "|declaratory ruling|passed|passes|enacted|enacts|adopted|adopts|adopt|final approval|final vote"
            "|final version|finalised"
            "|finalized|finalises|finalizes|final passage|final text|approved by parliament|parliament approves"
            "|parliament approved|legislature passes|lawmakers pass|lawmakers passed|lawmakers approve"
            "|legislature approves|gives final|clears legislature|parliament passes|national assembly passes"
            "|national assembly passed|national assembly approves|released the final|final rule|publishes final"
            "|published final|final guidelines|final code|issues final|final guidance|greenlights|green light"
            "|grünes licht|feu vert|macht den weg frei|den weg frei gemacht|macht weg frei"
            "|final nod|verabschiedet|beschlossen|beschließt|angenommen|adopté|adoptée|adopte|adoptés"
            "|approved by lawmakers|approves law|approved the law|passed the legislature|sends to governor"
            "|heads to governor|governor's desk|to newsom's desk|to the governor|president's desk|interim final rule"
            "|adoption of|approves ordinance|votes unanimously|published in the official journal|official journal"
            "|unanimously adopted|adopted by consensus|approves|approved|approve|votes to adopt|aprueba|aprova"
            "|approva"
        ),
        2.2: (
            "tightens|tightened|widens|widened|expands export|expands controls|expanded export|imposes export"
            "|imposed export|blacklists|blacklisted|makes it illegal|outlaws|outlawed|makes illegal|illegal"
        ),
        1.7: ("now requires"),
        1.4: ("expands|restricts|imposes"),
        1.3: ("approval|vote|votes|passage|final|pass|consensus|finalise|finalize"),
    },
    "advanced": {
        3.5: (
            "sénat adopte|assemblée nationale adopte|sénateurs adoptent"
            "|députés adoptent|en première lecture"
            "|assembly passes|assembly approves|committee approves|lower house approves|upper house approves"
            "|lords pass|commons vote|commons votes|returns to the senate|returns to the house"
        ),
        3.4: (
            "lower house passes|lower house passed|lower chamber|house passes|house passed"
            "|house of representatives passed|house of representatives passes|house approves|house approved"
            "|senate passes|senate passed|senate approves|senate approved|senate votes|committee approved"
            "|committee approves|committee passes|committee passed|committee vote*|committee backs"
            "|committee advances|advances|advanced|advancing|provisional agreement|political agreement"
            "|provisional deal|trilogue*|trilog*|negotiating position|negotiating mandate|general approach"
            "|second reading|first reading|third reading|clears committee|clears senate|clears house"
            "|cleared the senate|cleared the house|passed the senate|passed the house|passed the assembly"
            "|assembly passes|assembly passed|moves forward|moves to senate|heads to senate|heads to the senate"
            "|heads to the house|strike deal on|strikes deal|reach deal|reached a deal|reach agreement"
            "|reached agreement|reaches deal|reached a provisional|einigen sich|einigung|vorläufige einigung"
            "|erste lesung|lords defeat|lords vote|lords back|lords inflict"
            "|government defeat*|ministers defeated|labour defeated|tories defeated|conservatives defeated"
            "|suffers defeat|suffered defeat|vote against the government|voted against the government"
            "|votes against the government"
            "|compromise text|committee stage"
            "|lawmakers back|meps back|meps vote|première lecture|accord provisoire|accord politique"
            "|en commission|markup|agree position|agrees position"
            "|council agrees|council position|council presidency|ambassadors|member states agree|passes senate"
            "|passes house|passes assembly|votes in favor|senat stimmt|marks up|marked up|recommends passage"
            "|recommended passage|do pass|due pass|favorably report*|favorably recommend*|favorable report"
            "|favorable recommendation|reported favorably|ought to pass|one step closer|step closer|inches closer"
            "|moves closer|nears passage"
        ),
    },
    "consultation": {
        2.0: ("consultations"),
        3.6: (
            "collecting feedback|collects feedback|gathering feedback|gathers feedback|feedback from stakeholders"
            "|extends deadline for public comments|extends deadline for comments|extends deadline for feedback"
            "|extends comment period|extends consultation|to submit comments|comments are due|public consultations"
            "|consultations close|consultation closes|consultation runs|public feedback|feedback period"
            "|draft for comment|invitation to comment|open for public"
            "|consultation|request for comment|request for comments|request for information"
            "|public comment|public comments|call for evidence|seeks input|seeking input|seeks feedback|seeks public"
            "|comment period|feedback until|seeks comment|seeks comments|seek comments|comments on|open for comment"
            "|invites comments|invites feedback|public consultation|konsultation|konsultiert"
            "|bittet um stellungnahme*|stellungnahmen bis"
            "|verbändeanhörung|consultation publique|appel à contributions|call for input|call for views"
            "|asks for views|wants views|solicit*|seeks views|invites views|public input|feedback on"
            "|stakeholders to submit|comment until|seeks public comment|seek public|asks public|=RFI"
            "|requests information"
            "|request information|seeks information|asks what|asks industry|asks stakeholders|asks businesses"
            "|wants to hear|wants to know what|asks the public"
            "|comments due|comment deadline|deadline to comment"
            "|deadline for comments|weigh in on draft|weigh in on proposed|public can weigh in|take comments"
            "|accepting comments|accepts comments|asking for comments|asks for comments|have your say"
        ),
    },
    "proposed": {
        3.2: (
            "kabinett beschließt|kabinett billigt|cabinet approves|cabinet approved|cabinet adopts"
            "|cabinet has adopted|cabinet has approved|bundeskabinett|government adopts bill"
            "|government approves bill|adopts bill creating|approves bill|government approved a bill|approved a bill"
            "|adopts draft|approves draft|draft approved|has adopted a bill|bringt gesetzentwurf|einzubringen"
            "|government adopts draft|government approves draft|conseil des ministres|government tables"
            "|government introduces|adopts bill"
        ),
        2.8: (
            "under bill|under the bill|under a bill|under the proposal|under the legislation|under the measure"
            "|introduced|introduces|introduce|proposed|proposes|propose|proposing|draft|drafts|tabled|tables"
            "|unveiled a bill|would require|would ban|would force|would make|would create|would bar|would prohibit"
            "|would establish|notice of proposed|new bill|files bill|filed a bill|reintroduc*|bill would|law would"
            "|rules would|proposal|proposals|legt vor|vorgelegt|entwurf|gesetzentwurf|referentenentwurf|schlägt vor"
            "|vorschlag|proposition|projet de loi|dépose|présente|seeks to|aims to|would amend|would allow|plans law"
            "|plans legislation|to introduce|bill to|bipartisan bill|senators unveil|lawmakers unveil|considers bill"
            "|would criminali*|would impose|plans to make|plans to ban|to criminalise|to ban|to require"
            "|to outlaw|would delay|draft law|leaked"
        ),
        2.5: (
            "new offence|offence will be|will become a crime|to make it a crime|to make creating"
            "|plans to criminalise|plans to criminalize|will be part of|will table|will introduce|will propose"
            "|to be introduced"
        ),
        1.3: ("a crime|to make"),
    },
    "announced": {
        3.0: ("sued|sues|sue|suing|files suit|files lawsuit|filed suit|wrongful death suit|wrongful death lawsuit"),
        2.6: ("set to issue|set to rule|expected to rule|about to rule|close to issuing|nears ruling|hints at"),
        2.4: ("complaint against|to introduce|will introduce|plans legislation|plans bill|plans law"),
        1.8: (
            "announces|announced|announce|launches|launched|launch|unveils|unveiled|unveil|plans to|published"
            "|publishes|publish|releases|released|release|issues|issued|welcomes|welcomed|pledges|pledge|establishes"
            "|sets up|appoints|appointed|names|creates|commits|will invest|to invest|invests|kündigt an|startet"
            "|stellt vor|vorgestellt|veröffentlicht|annonce|annoncé|lance|lancé|publie|publié|dévoile|join forces"
            "|testifies|testified|testify|warns|warned|urges|urged|calls for|called for|recommends|recommended|sued"
            "|filed a lawsuit|lawsuit|rebrands|renames|renamed|reveals|revealed|opens|inaugurat*"
            "|awards|awarded|gründet|ernennt|crée|nomme|fordert|warnt|klagt|verklagt|report|hearing|expands|mulls"
            "|weighs"
            "|considers|to launch|set up|presents|presented|joins|backs|vows|promises|ups|steps down|resigns"
        ),
        1.6: (
            "looked at|examined|examines|counts|tallies|tell lawmakers|tells lawmakers|told lawmakers|tells congress"
            "|told congress|tell congress|talks"
            "|petitions|petitioned|is planning|planning rules|planning regulations|pilots ai|is piloting|trials ai"
            "|tests ai tools|pushes|pushing|negotiates|negotiating|explores|exploring|explore|to discuss"
            "|discuss|sets ai guidelines"
            "|sets guidelines|set new ai|has set new|ready for use|a promis|promet d'|promet de"
            "|veut accélérer|submitted testimony|testimony|takes stock|slams|slammed"
            "|blasts|criticis*|criticiz*|slammed|pushes for|promotes|promoted"
            "|hails|argues|says it|sue|to let|lets"
            "|to allow|allows|will allow|to spend|spends|clears|will be granted|to host|steps down"
            "|resigns|quits|departs|leaves|taps|picks|hires|opens office|to fund|earmarks|allocates|unveil|outlines"
            "|sets out|eyes|issued a joint|issued|raises concerns|warn|to create|to build|to open|to establish|urge"
            "|says it will|say they will|to set up"
        ),
        1.4: (
            "meets|met|convenes|convened|gathers|gathered|holds|sends|sent|picks|selects|selected|chooses|puts"
            "|received|gets|receives|starts work|kicks off"
        ),
        1.0: ("asks|says|finds|found"),
    },
}

# Phrases that keep their words from proving anything.
NOT_STAGES: Final = (
    "law introduces|legislation introduces|act introduces|bill introduces|rules introduce|law proposes|it introduces"
    "|also introduces|legislation introduced|law introduced|which introduces|that introduces"
    "|pushes back on|pushed back on|push back on|pushes back against|pushed back against|push back against|law drops"
    "|bill drops"
    "|act drops|text drops"
    "|advanced ai|advanced models|most advanced|advanced chips|advanced chip|advanced computing|more advanced"
    "|advanced artificial|advanced semiconductors|advanced semiconductor|advanced technology|advanced technologies"
    "|advanced memory|advanced systems|advanced machine|advanced data|advanced general|advanced manufacturing"
    "|advanced research|advanced nodes|advanced capabilities|advanced degree|fine-tuning|fine-tuned|fine tuning"
    "|fine line|just fine|launch event|press release|release date|in order to|executive orders|law and order"
    "|did not respond|declined to comment|declined to say|passed away|court orders|existing law|passed over"
    "|draft horse|request for comment after|reply to a request for comment|respond to a request for comment"
    "|returned a request for comment|respond to requests for comment|responded to a request for comment"
    "|to a request for comment|time out|final four|signed up for|sign up for|sign of|signs of|sign that|signs that"
    "|warning signs|a sign|stay ahead|stay in|passed down|order paper|in order|the order|new orders|approve of"
    "|issues such as|issues like|security issues|legal issues|such issues|these issues|issues of|issues around"
    "|key issues|raises issues|issues related|human rights issues|single issue|enforcement sweep|ends up|dead ends"
    "|approved vendors|approved vendor|approved list|before release|before they launch|before launch"
    "|before public release|public release|pre-release"
    "|before being released|they are released|they are publicly released|released to the public|publicly released"
    "|draft one|wrongful death|false promises|empty promises|promises of|promise of|enacted or pending"
    "|pending or enacted"
    "|introduced or enacted|enacted or introduced"
    "|is charged with|are charged with|agency charged with|body charged with|office charged with"
)
