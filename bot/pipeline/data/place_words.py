"""Who stands for a jurisdiction in the news: other names, demonyms, capitals, bodies, office-holders."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.american_places import STATES

# code -> kind -> phrases in the syntax of `phrases.Lexicon`.
# Kinds: `name` the place itself; `adj` of that place; `city` a capital that stands for its government, or may be a
# dateline; `actor` a body or person that acts for it. Office-holders are those of 2018 to 2026; a name that is common
# among others, too, is left out.
WORDS: Final[dict[str, dict[str, str]]] = {
    "US": {
        "name": "=US|=U.S.|u.s.a.|=USA|=America|united states|vereinigten staaten|états-unis|etats-unis",
        "adj": "=American|=Americans|=Sens|=Sen|=Reps|us-amerikanisch*|américain|américaine|américains|américaines",
        "city": "=Washington|washington dc|washington d.c.",
        "actor": (
            "=FTC|federal trade commission|sentencing commission|federal reserve|=FINRA|=USCIS|=CBP|=NASA|=EEOC"
            "|equal employment opportunity commission|=FCC"
            "|federal communications commission|=CFPB"
            "|consumer financial protection bureau"
            "|=BIS|bureau of industry and security|=NIST"
            "|national institute of standards and technology|=NTIA|=OSTP|=OMB|office of management and budget|=DHS"
            "|department of homeland security|homeland security|=CISA|=NHTSA|=GAO|government accountability office"
            "|=HHS|=HUD|=USPTO|=Pentagon|=DARPA|=GSA|=NLRB|=CFTC|=FEC"
            "|federal election commission|=IRS|=TSA|=ICE|=FBI|=NSA|=CIA|white house|us congress"
            ""
            "|state legislatures"
            "|state ai legislation|state ai bills|state ai laws|across state lines"
            "|fifty states|50 states|all 50 states|=AFL-CIO|=NCSL|us states|=NAIC"
            "|national association of insurance commissioners"
            "|national association of attorneys general|national governors association|uniform law commission"
            "|commerce adds|commerce rescinds|commerce tightens|commerce issues|commerce implements|commerce imposes"
            "|commerce releases|commerce proposes|commerce expands|commerce restricts|commerce publishes"
            "|commerce announces|commerce unveils|commerce finalizes|commerce strengthens|commerce updates"
            "|commerce revises|commerce bans|commerce blocks|commerce launches|commerce seeks|commerce requests"
            "|commerce awards|commerce weighs|commerce to|commerce delays|commerce postpones|commerce withdraws"
            "|commerce moves|commerce eases|commerce clears|commerce secretary|labor secretary|education secretary"
            "|defense secretary|us house"
            "|house gop|house republicans|house democrats|senate republicans|senate democrats"
            "|senate commerce committee|house energy and commerce|house judiciary|senate judiciary"
            "|=Biden|=Trump|=Obama|=Harris|=Vance|=Raimondo|=Lutnick|=David Sacks|=Kratsios"
            "|federal grand jury|us attorney|u.s. attorney"
            "|=FERC|=NHTSA|=FAA|=USDA|=DoD|=DOD|general services administration|health and human services"
            "|department of health and human services|federal energy regulatory commission|veterans affairs"
            "|department of veterans affairs"
            "|=Lina Khan|=Khan's FTC|=Andrew Ferguson|=Schumer|=Ted Cruz|=Cruz|=Hawley|=Blumenthal|=Cantwell"
            "|=Klobuchar|=Durbin|=Markey|=Wyden|=Blackburn|=Warner|=Gensler|=Hegseth|=Yellen|=Bessent|=Blinken|=Rubio"
            "|=Gina Raimondo|=Vought|=Kamala Harris|supreme court of the united states|=SCOTUS"
            "|federal jury|ninth circuit"
            "|second circuit|third circuit|fifth circuit|=FTC's|library of congress"
            "|patent and trademark office|department of defense"
            "|defense department"
            "|state department|department of state|us trade representative|=USTR|=Republicans"
            "|=Republican|=CAISI|center for ai standards and innovation"
            "|national science foundation|=NSF|=NDAA|attorneys general|state attorneys general|=GOP|capitol hill"
            "|federal register"
        ),
    },
    "GB": {
        "name": "=UK|=U.K.|=Britain|great britain|united kingdom|=Großbritannien|royaume-uni|grande-bretagne",
        "adj": "=British|britisch*|britannique|britanniques",
        "city": "=London|=Westminster|=Whitehall",
        "actor": (
            "england and wales|financial reporting council|prudential regulation authority|=Ofgem|=Ofsted"
            "|sentencing council|labour peer|tory mp|conservative mp"
            "|=Ofcom|=CMA"
            "|competition and markets authority|=DSIT|department for science, innovation and technology"
            "|department for science innovation and technology|=MHRA|downing street"
            "|house of lords|=Sunak|=Starmer|=Donelan|=Peter Kyle|=Liz Kendall"
            "|=Rishi Sunak|=Keir Starmer|=Kidron|=Labour government|bank of england|=GCHQ"
            "|metropolitan police|met police|ada lovelace institute"
            "|=GOV.UK|scotland yard|=NHS|=HMRC|=DWP"
            "|king's speech|uk ai safety institute|uk ai security institute"
            "|=Nadine Dorries|=Boris Johnson|king charles|south wales police"
            "|=CDEI|=NCSC|=Ofqual|=Ofsted"
        ),
    },
    "EU": {
        "name": (
            "=EU|=E.U.|european union|europäische union|europäischen union|union européenne|=UE|=Europe|=Europa|=bloc"
        ),
        "adj": "=European|=Europeans|europäisch*|européen|européenne|européens|européennes",
        "city": "=Brussels|=Brüssel|=Bruxelles|=Strasbourg",
        "actor": (
            "european commission|european parliament|european council|council of the eu|council of the european union"
            "|=MEPs|=MEP|=EDPB|european data protection board|=EDPS|european data protection supervisor|=ENISA|=CJEU"
            "|european court of justice|=ECJ|eu ai office|european ai office|eu commission"
            "|eu parliament|eu council|eu lawmakers|eu-kommission|eu-parlament|eu-rat|europäische kommission"
            "|europäisches parlament|europaparlament|commission européenne|parlement européen|=von der Leyen"
            "|=Von der Leyen|=Breton|=Vestager|=Virkkunen|=Thierry Breton|=Henna Virkkunen|=Jourova|=Tudorache"
            "|=Benifei|=Draghi|european ombudsman|=Eurojust|=Europol|european central bank|=ECB|=CEN-CENELEC|=CEN"
            "|=CENELEC|eu member states|eu countries|=Axel Voss|=McGrath|=Séjourné|eu's top court"
        ),
    },
    "CN": {
        "adj": "=Chinese|chinesisch*|chinois|chinoise|chinoises",
        "city": "=Beijing|=Peking|=Pékin",
        "actor": (
            "cyberspace administration of china|cyberspace administration|=CAC|=MIIT|=NDRC|=MOFCOM"
            "|=Xi Jinping|=Xi|=Li Qiang|national people's congress|ministry of industry and information technology"
            "|beijing internet court|guangzhou internet court|hangzhou internet court|chinese communist party|=CCP"
            "|=Hangzhou|=Shenzhen|=Shanghai|=PLA|=TC260"
        ),
    },
    "DE": {
        "adj": "=German|=Germans|=Deutsche|deutsche|deutschen|deutscher|deutsches|allemand|allemande|allemands",
        "city": "=Berlin",
        "actor": (
            "=BVerfG|=BGH|=OLG|=BVerwG|=Bundestag|=Bundeskabinett|=Bundesnetzagentur"
            "|=Bundeskartellamt|=BfDI|=BSI|=Bundespolizei"
            ""
            "|=Bundesgerichtshof|=Scholz|=Merz|=Wildberger|=Wissing"
            "|=Köln|=Cologne court|=Cologne|=Düsseldorf|=Stuttgart|=Frankfurt|=Karlsruhe|=BGH"
            ""
            "|bundesdigitalminister*|bundeswirtschaftsminister*|bundesarbeitsgericht|=Hubig|=Dobrindt|=Pistorius"
            "|=Digitalministerium|=Datenschutzkonferenz|=Bundesdigitalminister|=Bundesdigitalministerium"
            "|=Bundesjustizministerium|=Bundesdatenschutzbeauftragte*|=Bundesverfassungsgericht|munich regional court"
            "|=Munich|=Hamburg court|federal network agency|=GEMA|=Bundesländer"
        ),
    },
    "FR": {
        "adj": "=French|französisch*|français|française|françaises",
        "city": "=Paris",
        "actor": (
            "=CNIL|=Macron|=Arcom|défenseur des droits"
            "|autorité de la concurrence|=ANSSI|=Élysée|=Elysée|=Elysee|=Bercy|=Clara Chappaz|=Bruno Le Maire"
            "|=Cédric O|paris prosecutor|=Matignon"
            "|parquet de paris"
        ),
    },
    "IT": {
        "adj": "=Italian|=Italians|italienisch*|italien|italienne|italiana|italiano",
        "city": "=Rome|=Rom",
        "actor": "=Garante|=AGCM|=Meloni|=AGCOM|=Butti|=AgID",
    },
    "ES": {
        "adj": "=Spanish|spanisch*|espagnol|espagnole|español|española",
        "city": "=Madrid",
        "actor": "=AEPD|=AESIA|pedro sánchez|pedro sanchez|=Óscar López",
    },
    "NL": {
        "name": "=Holland",
        "adj": "=Dutch|niederländisch*|néerlandais|néerlandaise",
        "city": "=the Hague|=The Hague|=Amsterdam",
        "actor": "=Autoriteit Persoonsgegevens|dutch dpa|=Aleid Wolfsen|=SyRI",
    },
    "IE": {
        "adj": "=Irish|irische*|irlandais|irlandaise",
        "city": "=Dublin",
        "actor": "=Taoiseach|=Dáil|=Oireachtas|coimisiún na meán|=Seanad",
    },
    "AT": {
        "adj": "=Austrian|österreichisch*|autrichien|autrichienne",
        "city": "=Vienna|=Wien",
        "actor": "",
    },
    "CH": {
        "adj": "=Swiss|schweizer|schweizerisch*|suisse|suisses",
        "city": "=Bern|=Berne",
        "actor": "swiss federal council|=EDÖB|=FDPIC|=Ständerat",
    },
    "BE": {"adj": "=Belgian|belgisch*|belge|belges", "actor": ""},
    "DK": {"adj": "=Danish|dänisch*|danois|danoise", "city": "=Copenhagen", "actor": "=Folketing|=Folketinget"},
    "SE": {"adj": "=Swedish|schwedisch*|suédois|suédoise", "city": "=Stockholm", "actor": "=IMY|=Riksdag"},
    "NO": {"adj": "=Norwegian|norwegisch*|norvégien|norvégienne", "city": "=Oslo", "actor": "=Storting"},
    "FI": {"adj": "=Finnish|finnisch*|finlandais|finlandaise", "city": "=Helsinki"},
    "PL": {"adj": "=Polish|polnisch*|polonais|polonaise", "city": "=Warsaw", "actor": "=UODO|=Sejm"},
    "CZ": {"name": "czech republic", "adj": "=Czech|tschechisch*|tchèque", "city": "=Prague"},
    "HU": {"adj": "=Hungarian|ungarisch*|hongrois|hongroise", "city": "=Budapest", "actor": "=Orbán"},
    "GR": {"adj": "=Greek|griechisch*|grecque", "city": "=Athens", "actor": "=Mitsotakis"},
    "PT": {"adj": "=Portuguese|portugiesisch*|portugais|portugaise", "city": "=Lisbon"},
    "RO": {"adj": "=Romanian", "city": "=Bucharest"},
    "BG": {"adj": "=Bulgarian"},
    "LT": {"adj": "=Lithuanian"},
    "LV": {"adj": "=Latvian"},
    "EE": {"adj": "=Estonian", "city": "=Tallinn"},
    "SI": {"adj": "=Slovenian"},
    "SK": {"adj": "=Slovak"},
    "HR": {"adj": "=Croatian"},
    "CY": {"adj": "=Cypriot"},
    "MT": {"adj": "=Maltese"},
    "LU": {"adj": "=Luxembourgish"},
    "IS": {"adj": "=Icelandic"},
    "RS": {"adj": "=Serbian"},
    "AL": {"adj": "=Albanian", "city": "=Tirana", "actor": "=Edi Rama|=Diella"},
    "UA": {"adj": "=Ukrainian|ukrainisch*", "city": "=Kyiv|=Kiev", "actor": "=Zelensky|=Zelenskyy|verkhovna rada"},
    "RU": {
        "adj": "=Russian|russisch*|russe|russes",
        "city": "=Moscow",
        "actor": "=Kremlin|=Putin|=Roskomnadzor|state duma",
    },
    "TR": {
        "name": "=Türkiye|=Turkiye",
        "adj": "=Turkish|türkisch*|turc|turque",
        "city": "=Ankara",
        "actor": "=KVKK|=Erdogan",
    },
    "JP": {
        "adj": "=Japanese|japanisch*|japonais|japonaise",
        "city": "=Tokyo|=Tokio",
        "actor": (
            "=Diet|=Kishida|=Ishiba|=Takaichi|=JFTC|=METI|japan fair trade commission|agency for cultural affairs"
            "|cabinet office of japan"
        ),
    },
    "KR": {
        "name": "=Korea|republic of korea|=S. Korea|=ROK",
        "adj": "=Korean|=South Korean|südkoreanisch*|sud-coréen|sud-coréenne",
        "city": "=Seoul|=Séoul",
        "actor": ("=PIPC|=KFTC|=MSIT|=Yoon Suk Yeol|=Lee Jae-myung|ministry of science and ict|=KCC"),
    },
    "KP": {"adj": "=North Korean", "city": "=Pyongyang"},
    "IN": {
        "adj": "=Indian|indisch*|indien|indienne",
        "city": "=Delhi|=New Delhi",
        "actor": (
            "=MeitY|=MEITY|=Modi|lok sabha|rajya sabha|=RBI|reserve bank of india|=NITI Aayog|=DPIIT|delhi high court"
            "|=Vaishnaw|=TRAI|=SEBI|bombay high court|election commission of india|=IndiaAI"
            "|competition commission of india|=Chandrasekhar|supreme court of india"
        ),
    },
    "BR": {
        "adj": "=Brazilian|brasilianisch*|brésilien|brésilienne|=Brasil|brasileiro|brasileira",
        "city": "=Brasilia|=Brasília",
        "actor": "=ANPD|=Lula|=Pacheco|=STF",
    },
    "CA": {
        "adj": "=Canadian|=Canadians|kanadisch*|canadien|canadienne|canadiens|canadiennes",
        "city": "=Ottawa",
        "actor": (
            "=Trudeau|=Champagne|=Mark Carney|=Carney|=Evan Solomon|privacy commissioner of canada"
            "|federal privacy commissioner|=ISED|=RCMP|=Philippe Dufresne|=CRTC"
        ),
    },
    "AU": {
        "adj": "=Australian|=Australians|=Aussie|australisch*|australien|australienne",
        "city": "=Canberra",
        "actor": (
            "=OAIC|=eSafety|esafety commissioner|=ACCC|=Albanese|=Ed Husic|=Tim Ayres"
            "|=Julie Inman Grant|=CSIRO|australian senate|=ASIC|=APRA"
        ),
    },
    "NZ": {"adj": "=New Zealander", "city": "=Wellington", "actor": "=Luxon|=Judith Collins|=Shane Reti"},
    "SG": {
        "adj": "=Singaporean|singapurisch*",
        "actor": "=IMDA|=PDPC|=Josephine Teo|=AI Verify|monetary authority of singapore",
    },
    "TW": {"adj": "=Taiwanese", "city": "=Taipei", "actor": "legislative yuan|executive yuan"},
    "VN": {"name": "=Viet Nam", "adj": "=Vietnamese|vietnamesisch*", "city": "=Hanoi|ha noi"},
    "TH": {"adj": "=Thai", "city": "=Bangkok"},
    "ID": {"adj": "=Indonesian", "city": "=Jakarta", "actor": "=Prabowo|=Komdigi|=Kominfo"},
    "MY": {"adj": "=Malaysian", "city": "=Kuala Lumpur|=Putrajaya", "actor": "=Anwar Ibrahim"},
    "PH": {"name": "=Philippine", "adj": "=Filipino", "city": "=Manila"},
    "PK": {"adj": "=Pakistani", "city": "=Islamabad"},
    "BD": {"adj": "=Bangladeshi", "city": "=Dhaka"},
    "LK": {"adj": "=Sri Lankan"},
    "NP": {"adj": "=Nepali|=Nepalese"},
    "KZ": {"adj": "=Kazakh", "city": "=Astana", "actor": "=Tokayev|=Mazhilis"},
    "UZ": {"adj": "=Uzbek"},
    "KG": {"adj": "=Kyrgyz"},
    "IL": {"adj": "=Israeli|israelisch*|israélien|israélienne", "city": "=Jerusalem", "actor": "=Knesset|=Netanyahu"},
    "AE": {"name": "=UAE|=U.A.E.|=Emirates", "adj": "=Emirati", "city": "=Abu Dhabi|=Dubai"},
    "SA": {"adj": "=Saudi", "city": "=Riyadh", "actor": "=SDAIA|=Humain"},
    "QA": {"adj": "=Qatari", "city": "=Doha"},
    "IR": {"adj": "=Iranian|iranisch*", "city": "=Tehran"},
    "IQ": {"adj": "=Iraqi"},
    "EG": {"adj": "=Egyptian", "city": "=Cairo"},
    "MA": {"adj": "=Moroccan", "city": "=Rabat"},
    "KE": {"adj": "=Kenyan", "city": "=Nairobi"},
    "NG": {"adj": "=Nigerian", "city": "=Abuja", "actor": "=NITDA|=Tijani"},
    "GH": {"adj": "=Ghanaian", "city": "=Accra"},
    "RW": {"adj": "=Rwandan", "city": "=Kigali"},
    "ZA": {"adj": "=South African", "city": "=Pretoria", "actor": "=Malatsi"},
    "ET": {"adj": "=Ethiopian"},
    "TN": {"adj": "=Tunisian"},
    "SN": {"adj": "=Senegalese"},
    "UG": {"adj": "=Ugandan"},
    "ZM": {"adj": "=Zambian"},
    "MX": {"adj": "=Mexican", "city": "=Mexico City", "actor": "=Sheinbaum"},
    "AR": {"adj": "=Argentine|=Argentinian|=Argentinean", "city": "=Buenos Aires", "actor": "=Milei"},
    "CL": {"adj": "=Chilean", "city": "=Santiago", "actor": "=Boric"},
    "CO": {"adj": "=Colombian", "city": "=Bogotá|=Bogota"},
    "PE": {"adj": "=Peruvian", "city": "=Lima"},
    "UY": {"adj": "=Uruguayan", "city": "=Montevideo"},
    "CR": {"adj": "=Costa Rican"},
    "SV": {"adj": "=Salvadoran", "actor": "=Bukele"},
    "VA": {"name": "=Vatican|holy see", "actor": "pope leo|pope francis|=Pope"},
    "HK": {"actor": "=PCPD"},
    # -------------------------------------------------------------- parts of countries
    **STATES,
    "CA-QC": {"name": "=Québec", "adj": "=Quebecer|québécois|québécoise", "city": "=Montreal|=Montréal"},
    "CA-ON": {"city": "=Toronto", "actor": "=Doug Ford|=Queen's Park"},
    "GB-SCT": {"adj": "=Scottish", "city": "=Edinburgh|=Holyrood", "actor": "police scotland"},
    "GB-WLS": {"adj": "=Welsh", "city": "=Cardiff", "actor": "=Senedd"},
    "GB-NIR": {"city": "=Belfast|=Stormont"},
    "DE-BY": {"name": "=Bayern", "adj": "=Bavarian|bayerisch*", "actor": "=Söder"},
    "DE-BW": {"actor": "=Kretschmann"},
    "DE-HH": {"adj": "=Hamburger", "actor": "=HmbBfDI"},
    "DE-HE": {"name": "=Hessen", "adj": "hessisch*"},
    "DE-NI": {"name": "=Niedersachsen"},
    "DE-NW": {"name": "=Nordrhein-Westfalen|=NRW"},
    "DE-SH": {"actor": "=ULD"},
    "DE-SN": {"name": "=Sachsen"},
    "AU-NSW": {"name": "=NSW", "city": "=Sydney"},
    "AU-VIC": {"city": "=Melbourne"},
    "IN-KA": {"city": "=Bengaluru|=Bangalore"},
    "IN-MH": {"city": "=Mumbai"},
    # -------------------------------------------------------------- between states
    "UN": {
        "name": "=UN|=U.N.|united nations|vereinten nationen|vereinte nationen|nations unies|=ONU|=UNO",
        "actor": (
            "=UNGA|un general assembly|=Guterres|un security council|un secretary-general|=UNDP|human rights council"
            "|=OHCHR|=First Committee|=Third Committee|un secretary general"
        ),
    },
    "X-COE": {"name": "council of europe|=Europarat|conseil de l'europe"},
    "X-OECD": {"name": "=OECD|=OCDE|organisation for economic co-operation|organization for economic cooperation"},
    "X-G7": {
        "name": "=G7|=G-7|group of seven|g7-staaten|g7 nations|g7 leaders",
        "actor": "hiroshima ai process|hiroshima process",
    },
    "X-G20": {"name": "=G20|=G-20|group of twenty|group of 20"},
    "X-AU": {"name": "african union|afrikanische union|union africaine"},
    "X-ASEAN": {"name": "=ASEAN|=Asean|association of southeast asian nations"},
    "X-UNESCO": {"name": "=UNESCO|=Unesco"},
    "X-ITU": {
        "name": "=ITU|international telecommunication union",
        "actor": "ai for good summit|ai for good global summit",
    },
    "X-ISO": {"name": "=ISO|=IEC|international organization for standardization|iso/iec|=ISO/IEC"},
    "X-GLOBAL": {
        "name": (
            "=NATO|=Nato|=BRICS|=Brics|=IEEE|=WTO|world trade organization|=IMF|international monetary fund"
            "|world bank|=WHO"
        ),
        "actor": (
            "world health organization|28 countries|pays signent|pays ont signé|staaten unterzeichnen|soixante pays"
            "|twenty-eight countries|60 countries|dozens of countries"
            "|countries sign|nations sign|countries agree|nations agree|world leaders|world economic forum"
            "|global leaders|=Quad|international community|international network of ai safety institutes"
            "|international ai safety report|hague call to action|=REAIM"
        ),
    },
}

# Bodies and people of one state in most of the news, whose names other states' bodies bear, too. They stand for this
# one unless another state acts beside them: “Japan's House of Representatives”.
SHARED_BODIES: Final[dict[str, str]] = {
    "US": (
        "securities and exchange commission|=SEC|justice department|department of justice|=DOJ"
        "|commerce department|department of commerce|=FDA|=DOE|=Congress|house members|house lawmakers"
        "|house of representatives|house passes|house panel|house committee|house votes|house hearing"
        "|house select committee|house approves|congressional|congressman|congresswoman|federal agencies"
        "|federal prosecutors|federal prosecutor|federal judge|federal judges|federal court"
        "|federal appeals court|district judge|district court|circuit court|copyright office"
        "|department of education|education department|department of energy|energy department"
        "|department of labor|labor department|treasury department|=Democrats|=Democrat|national archives"
        "|national security council|more states|several states|dozens of states|a dozen states|two dozen states"
        "|other states|many states|most states|some states|three states|four states|five states|six states|seven states"
        "|eight states|nine states|ten states|states pass|states enact|states weigh|states consider|states rush"
        "|states race|states push|states regulate|states sue|states defy|states step|states move|states have"
        "|these states|states ban|states eye"
        "|state lawmakers|state legislators|state legislatures"
    ),
    "GB": (
        "ministry of defence|law commission|house of commons|=Commons|=MPs|information commissioner"
        "|information commissioners|=ICO|intellectual property office|royal assent"
        "|financial conduct authority|=FCA|home office|advertising standards authority|labour party"
        "|labour mp|labour mps|equality and human rights commission|technology secretary"
    ),
    "IE": "data protection commission|=DPC",
    "LU": "=CNPD",
    "KR": "personal information protection commission",
    "CN": "state council",
    "AT": "=Nationalrat",
    "DE": (
        "=Bundesregierung|bundesminister*|bundesjustizminister*|bundesinnenminister*|=Bundesinnenminister|=Bundesinnenministerium|=BKA|=Bundeskriminalamt"
        "|verbändeanhörung|=KI-MIG|referentenentwurf*|=Bundeskanzler|=Bundeskanzlerin|=Bundeskanzleramt|=Bundesverwaltungsgericht|=Bundesrat|=Kabinett|=Bund|=Landgericht|=Oberlandesgericht"
    ),
    "BR": "superior electoral court|chamber of deputies",
    "EU": "court of justice|general court",
    "AU": "productivity commission",
    "TW": "=KMT|=Kuomintang|legislative yuan|executive yuan",
    "CA": "competition bureau|=OPC|office of the privacy commissioner",
    "FR": ("conseil d'état|conseil constitutionnel|=Assemblée nationale|=Assemblée|=Sénat|=députés|=Députés"),
}

# Phrases that contain a place and mean none: newspapers, companies, universities, whole continents, nicknames.
NOT_PLACES: Final = (
    "lower house|upper house|lower house passes|upper house passes|lower house approves|upper house approves"
    "|white house of|new york times|new york post|new york magazine|new yorker|washington post|washington examiner"
    "|washington times|wall street journal|south china morning post|korea herald|korea times|japan times"
    "|times of india|economic times|china daily|global times|irish times|irish independent|indian express"
    "|hindustan times|los angeles times|la times|san francisco chronicle|seattle times|boston globe|texas tribune"
    "|denver post|colorado sun|chicago tribune|toronto star|le monde|politico europe|politico eu|=Euronews|=Euractiv"
    "|financial times|business insider|sydney morning herald|=Latin America|=Latin American|=South America"
    "|=South American|=Central America|=Central American|=North America|=North American|bank of america"
    "|american airlines|air france|air india|air canada|british airways|deutsche telekom|deutsche bank|deutsche welle"
    "|deutsche presse-agentur|texas instruments|university of california|university of texas|university of michigan"
    "|university of washington|university of oxford|university of cambridge|university of chicago"
    "|university of virginia|university of maryland|university of toronto|university of london"
    "|university college london|imperial college london|georgia tech|georgia institute of technology"
    "|new york university|boston university|stanford university|university of pennsylvania|university of edinburgh"
    "|technical university of munich|new england|indian ocean|american sign language|=French language"
    "|=English language|chinese wall|french fries|swiss cheese|american express|american idol|london stock exchange"
    "|paris agreement|paris accord|hague convention|geneva conventions|geneva convention|berlin wall"
    "|vienna convention|jim jordan|michael jordan|jordan peele|mike johnson|kansas city|new york stock exchange"
    "|european league of football|eurovision|university of montreal|ai seoul summit|seoul summit|seoul declaration"
    "|paris ai summit|paris summit|paris ai action summit|paris declaration|bletchley park|delhi summit"
    "|new delhi summit|delhi declaration|new delhi declaration|india ai impact summit|brussels effect"
    "|munich security conference|washington consensus|paris charter|=Georgia Tech|chinese new year|italian restaurant"
    "|american dream"
    "|budapest convention|chatham house|=WHO guidance on|american lawyer|florida state university"
    "|ohio state university|china mobile|china telecom|bank of china"
)
