"""Two words that prove an instrument when they stand near each other; read by `pipeline.frame`."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import PairRow

_REGULATOR = (
    "watchdog watchdogs regulator regulators authority agency commission commissioner ftc ico cnil garante dpc pipc anpd "
    "agcm cma ofcom sec eeoc kftc accc oaic esafety cfpb hud general antitrust aufsicht datenschutzbehörde brussels eu"
)
_ACTS_ON = (
    "fine~ order~ ban~ block~ probe~ investigate~ charge~ settle~ accuse~ raid~ sanction~ reprimand~ suspend~ penalize~ "
    "penalise~ punish~ bar~ clear~ quiz~ question~ demand~ inspect~"
)
_INQUIRY = "investigation investigations inquiry inquiries probe probes proceedings proceeding"
_BILL = "bill bills legislation act law laws statute amendment amendments"

INSTRUMENT_PAIRS: Final[tuple[PairRow, ...]] = (
    ("enforcement", 3.2, _REGULATOR, _ACTS_ON, 3, ""),
    ("enforcement", 3.5, _REGULATOR, _INQUIRY, 6, "select"),
    ("enforcement", 3.2, "open~ launch~ start~ widen~ initiate~ reopen~ close~", "investigation probe proceedings",
     6, "court mps lords committee"),
    ("enforcement", 3.4, "settle~ settlement", "charges agency regulator eeoc ftc commission sec cfpb", 12, ""),
    ("enforcement", 3.4, "eeoc ftc sec cfpb", "settle~ settlement settlements charges penalty penalties refund",
     8, ""),
    ("enforcement", 3.2, "downloads", "paused suspended halted blocked", 4, ""),
    ("enforcement", 3.2, "remove~ pull~", "store stores", 5, ""),
    ("enforcement", 3.2, "charge~", "fraud smuggling conspiracy", 8, ""),
    ("enforcement", 3.2, "told ordered orders tells", "stop suspend delete cease", 4, "court judge judges"),
    ("report", 3.9, "ftc", "inquiry 6 study", 6, ""),
    ("report", 3.5, "mps lords peers committee parliamentary senators lawmakers",
     "inquiry hearing report probe testimony", 5, ""),
    ("report", 3.2, "panel body board committee commission institute experts", "recommendations recommends findings",
     4, ""),
    ("report", 3.2, "final interim annual progress staff new latest landmark", "report", 2, ""),
    ("report", 3.0, "issue~ publish~ release~ unveil~", "report study findings assessment survey analysis index",
     5, ""),
    ("report", 3.0, "according", "study report analysis survey assessment index", 5, ""),
    ("law", 3.0, "introduce~ table~ propose~ pass~ sign~ approve~ enact~ draft~ submit~ veto~ vote~ "
     "reintroduce~ adopt~", _BILL, 6, "eu"),
    ("law", 3.5, "lawmakers meps negotiators parliament trilogue", "deal accord agreement compromise", 9, "un g7"),
    ("law", 3.2, "parliament meps senate lawmakers legislators assembly congress peers lords commons",
     "vote~ adopt~ approve~ back~ pass~", 4, "general"),
    ("law", 2.8, "change~ amend~ rewrite~ reform~ update~", "law laws act code constitution", 4, ""),
    ("law", 2.8, "will to", "legislate criminalise criminalize outlaw", 3, ""),
    ("law", 2.6, "law statute act bill", "require~ oblige~ bans prohibits makes regulating governing covering",
     4, ""),
    ("regulation", 3.2, "draft proposed final interim propose~ publish~ issue~ finalise~ finalize~ adopt~ unveil~",
     "rules regulations measures provisions", 4, "executive law legislation its"),
    ("regulation", 3.0, "ministry department agency commission cyberspace council regulator",
     "rules regulations measures provisions", 9, ""),
    ("regulation", 3.2, "draft proposed", "amendments rule rules regulation", 3, "bill"),
    ("guidance", 3.0, "technical", "assistance", 1, ""),
    ("guidance", 3.2, "update~ revise~", "directive policy policies guidance guidelines", 6, ""),
    ("guidance", 3.2, "voluntary governance model ethics", "framework code guidelines principles", 4, ""),
    ("guidance", 2.8, "send~ sent write~ wrote warn~", "letter letters", 5, ""),
    ("guidance", 2.8, "tell~ remind~ advise~", "employers agencies companies lawyers firms schools judges banks",
     2, ""),
    ("agreement", 3.0, "sign~ strike~ ink~ announce~ reach~ clinch~ conclude~",
     "partnership pact agreement deal accord memorandum venture", 6, "provisional political"),
    ("agreement", 2.6, "team~ join~ work", "up forces together", 1, ""),
    ("declaration", 3.3, "leaders ministers countries states nations governments companies firms group",
     "declaration communique communiqué statement pledge commitments recommendation resolution " "principles",
     12, ""),
    ("declaration", 3.4, "countries nations states leaders", "sign~ endorse~ back~ agree~ join~", 2, "member eu"),
    ("declaration", 3.2, "adopt~ endorse~ sign~",
     "recommendation resolution declaration communique communiqué statement", 5, ""),
    ("declaration", 2.8, "promise~ pledge~ commit~ vow~", "publish develop share frameworks safety safely",
     4, "million billion"),
    ("funding", 3.0, "approve~ clear~ commit~ invest~ spend~ pour~ pump~ inject~ pledge~ allocate~ earmark~ "
     "mobilise~ unveil~ award~ grant~",
     "million billion trillion crore bn m milliarden millionen milliards millions contracts " "contract outlay",
     7, ""),
    ("funding", 2.8, "billion million crore bn", "plan programme program package initiative scheme mission", 3, ""),
    ("funding", 3.0, "budget fund grants outlay", "million billion trillion crore", 6, ""),
    ("institution", 3.0, "create~ establish~ launch~ set~ form~ found~ inaugurate~ build~ open~",
     "institute agency office council panel body centre center taskforce unit committee bureau " "ministry network",
     6, ""),
    ("institution", 3.0, "name~ appoint~ tap~ pick~ hire~ nominate~ choose~ select~",
     "head chief director chair minister envoy adviser advisor experts lead czar leader", 7, "to must"),
    ("institution", 3.0, "institute agency office body", "called renamed rebranded", 5, ""),
    ("court", 3.4, "judge court judges tribunal jury",
     "rule~ approve~ dismiss~ grant~ deny~ order~ block~ find~ side~ reject~ uphold~ allow~ let~ "
     "convict~ sentence~ refuse~", 5, ""),
    ("court", 3.2, "file~ bring~ filed", "suit lawsuit case complaint claim challenge", 5, ""),
    ("trade_control", 3.4, "sale sales sell selling shipments ship shipping supply exports export",
     "china chinese beijing huawei", 7, ""),
    ("trade_control", 3.2, "restrict~ curb~ limit~ tighten~ ease~ ban~ cap~ allow~ let~",
     "chip chips chipmaking semiconductor semiconductors exports export gpus", 7, ""),
    ("executive_order", 3.5, "sign~ rescind~ revoke~ issue~ scrap~ repeal~", "order orders decree memorandum",
     5, "court judge purchase"),
    ("strategy", 3.0, "unveil~ publish~ release~ launch~ adopt~ announce~ present~ set~",
     "strategy plan roadmap blueprint vision", 6, ""),
    ("standard", 3.2, "publish~ release~ adopt~ issue~ approve~ develop~", "standard standards", 5, "safety"),
    ("executive_order", 3.4, "trump biden president governor newsom hochul",
     "order orders directs directed instructs memorandum", 2, ""),
    ("report", 3.0, "first", "report", 4, ""),
    ("trade_control", 3.2, "list", "huawei smic entity entities export", 6, ""),
    ("declaration", 3.6, "un u.n. unga leaders summit", "adopt~ endorse~", 4, ""),
    ("trade_control", 3.0, "china beijing", "chips chip h20 h200 processors gpus", 6, ""),
    ("enforcement", 4.6, "charge~ indict~ arrest~ sentence~ convict~", "with over for smuggling shipping exporting",
     5, ""),
    ("enforcement", 3.2, "watchdog regulator commissioner authority ombudsman",
     "rule~ found finds concluded concludes", 2, ""),
    ("enforcement", 2.8, "breach~ violate~ broke", "privacy law act gdpr rules", 4, "to would could"),
    ("guidance", 2.6, "set~ publish~ issue~ outline~", "position response opinion advice expectations advisory",
     4, ""),
    ("institution", 2.8, "eröffnet gründet startet", "institut anlaufstelle desk amt behörde stelle", 6, ""),
    ("enforcement", 3.2, "block~ ban~ suspend~ restrict~", "grok deepseek chatgpt chatbot app replika clearview",
     4, "judge court"),
    ("law", 4.4, "house senate committee panel lawmakers congress parliament senators legislature",
     "advance~ pass~ approve~ back~ vote~ clear~ introduce~", 5, "white court"),
    ("executive_order", 3.4, "trump biden president", "memo memorandum directive", 2, ""),
    ("funding", 3.0, "put~ plan~ offer~ back~ launch~ set~ give~ release~", "million billion trillion crore", 3, ""),
    ("funding", 3.0, "package support aid", "million billion trillion yen euros dollars", 5, ""),
    ("agreement", 3.0, "government governments agree~ sign~", "framework memorandum memoranda", 5, "un"),
)  # fmt: skip
