"""More bodies, ministers and seats that act for a jurisdiction; read by `pipeline.jurisdictions`."""

from __future__ import annotations

from typing import Final

# code -> phrases in the syntax of `phrases.Lexicon`: data protection, competition and media authorities, parliaments,
# courts, ministries, and office-holders of 2018 to 2026 whose name is rare among others.
BODIES: Final[dict[str, str]] = {
    "IT": (
        "=Agcom|=Agcm|=Consob|camera dei deputati|palazzo chigi|=Mimit|=Urso|=Valditara"
        "|italian data protection authority|garante privacy|garante per la protezione dei dati personali"
    ),
    "ES": (
        "=CNMC|congreso de los diputados|la moncloa|agencia española de protección de datos"
        "|agencia española de supervisión de la inteligencia artificial|=Sánchez"
    ),
    "NL": (
        "=Tweede Kamer|=Eerste Kamer|tweede kamer|=Schreinemacher|=Rutte|=Schoof|=Jetten|=Binnenhof"
        "|rijksinspectie digitale infrastructuur|=Toeslagenaffaire|consumer and markets authority acm"
    ),
    "BE": (
        "=Gegevensbeschermingsautoriteit|autorité de protection des données|chambre des représentants de belgique"
        "|=BIPT|=De Wever"
    ),
    "AT": (
        "=Tursky|=Karner|=Zadic|=Raab|=ÖVP|=NEOS|=FPÖ|=VfGH|=OGH|=KommAustria|=RTR|=Bundeskanzleramt Österreich"
        "|österreichische datenschutzbehörde|=Pröll|=Stocker|=Nehammer|=Ballhausplatz"
    ),
    "CH": (
        "=UVEK|=Uvek|=EJPD|=EDA|=WBF|bundesrat rösti|bundesrätin*|=Bundesgericht|=FINMA|=Rösti|=PFPDT"
        "|conseil fédéral|conseil des états|conseil des etats|eidgenössisch*|tribunal fédéral"
        "|bundesamt für kommunikation|=BAKOM|=Bundeshaus"
    ),
    "DK": ("=Christiansborg|=Engel-Schmidt|=Digitaliseringsstyrelsen|=Frederiksen|danish data protection agency"),
    "SE": "=Integritetsskyddsmyndigheten|=Riksdagen|=Kristersson",
    "NO": "=Stortinget|=Nkom|=Karianne Tung",
    "FI": "=Traficom|=Eduskunta|=Orpo",
    "IS": "=Persónuvernd|=Althing|=Alþingi",
    "PL": "=UOKiK|=UOKIK|=Gawkowski|=Tusk|=Nawrocki",
    "HU": "=NAIH|=Orban",
    "RO": "=ANSPDCP",
    "GR": "=Papastergiou|hellenic data protection authority",
    "PT": "=Anacom|=ANACOM|assembleia da república",
    "IE": "=Tánaiste|=Niamh Smyth|=Comreg|=ComReg|irish data protection commission|=Peter Burke",
    "EE": "=Riigikogu",
    "LV": "=Saeima",
    "LT": "=Seimas",
    "TR": "=TBMM|=BTK|=Kacır",
    "UA": "=Fedorov|=Mykhailo Fedorov|=Verkhovna Rada",
    "RU": "=Gosduma|=Shadayev|=Mishustin",
    "IL": "israel innovation authority",
    "JP": (
        "=MEXT|house of councillors|=J-AISI|japan ai safety institute|=Digital Agency|=Taro Kono|=Kiuchi"
        "|personal information protection commission of japan|=LDP"
    ),
    "KR": (
        "=Choi Sang-mok|=Han Duck-soo|=Yoon Seok-yeol|=MCST|=KISA|=KCA|=PPP lawmaker|=Bae Kyung-hoon"
        "|=Lee Jae Myung|=President Lee|=Yoon|presidential council on national ai strategy"
        "|national ai strategy committee|people power party|democratic party of korea"
        "|korea communications commission|fair trade commission of korea|=Blue House|=Cheong Wa Dae"
    ),
    "CN": (
        "=SAMR|state administration for market regulation|ministry of public security|supreme people's court"
        "|people's court|=Politburo|=Zhongnanhai|people's bank of china|china's ministry of commerce|=CPPCC"
        "|=Li Qiang|=He Lifeng|china academy of information and communications technology|=CAICT"
    ),
    "HK": "=LegCo|=John Lee|privacy commissioner for personal data|=Sun Dong|=HKMA",
    "TW": "=Lai Ching-te|=NSTC|=Taiwan's Legislature|=Audrey Tang",
    "IN": (
        "=UIDAI|=CERT-In|=Cert-In|=NCERT|=CBSE|=AICTE|=Piyush Goyal|=Goyal|=Jitin Prasada|=Rajeev Chandrasekhar"
        "|=Sitharaman|=Ashwini Vaishnaw|union cabinet|=Union Minister|union minister|union government"
        "|government of india|madras high court|kerala high court|karnataka high court|calcutta high court"
        "|allahabad high court|gujarat high court|telangana high court|orissa high court"
        "|ministry of electronics and information technology|ministry of electronics and it"
        "|department for promotion of industry and internal trade"
        "|=Parliamentary Standing Committee on Communications"
    ),
    "ID": "=Meutya Hafid|=Nezar Patria|=Jokowi|=Gibran",
    "MY": "=MCMC|=Fahmi Fadzil|=Gobind|=Gobind Singh Deo|=MOSTI|dewan rakyat|=NAIO",
    "PH": "=Malacañang|=Marcos|=DICT|national privacy commission|=Ivan Uy|=Bongbong Marcos",
    "TH": "=ETDA|=NBTC|=Paetongtarn|=Srettha",
    "VN": "=Pham Minh Chinh|=Nguyen Manh Hung|=To Lam",
    "KH": "=Hun Manet",
    "SG": (
        "=MAS|=MDDI|=GovTech|=CCCS|=Lawrence Wong|=Smart Nation|infocomm media development authority"
        "|personal data protection commission|singapore courts"
    ),
    "AU": (
        "administrative review tribunal|australian privacy principles|=Carly Kind|=ACMA|=AHRC|=TGA|=AUSTRAC"
        "|=Andrew Charlton|=Michelle Rowland|=Anika Wells|=Mark Dreyfus|=Husic|=Inman Grant"
        "|australian human rights commission|federal court of australia|national ai centre"
        "|therapeutic goods administration|office of the australian information commissioner"
        "|australian information commissioner|fair work commission|=Digital Transformation Agency"
        "|australian competition and consumer commission"
    ),
    "LU": (
        "=CNPD Luxembourg|commission nationale pour la protection des données"
        "|national commission for data protection|=CSSF|chambre des métiers|chambre des députés du luxembourg"
        "|=Elisabeth Margue|=Luc Frieden|luxembourgeois*"
    ),
    "NZ": ("foodstuffs north island|=Beehive|=MBIE|=Michael Webster|commerce commission of new zealand|=Netsafe"),
    "CA": (
        "=CSE|=François-Philippe Champagne|treasury board of canada|treasury board secretariat"
        "|canadian centre for cyber security|communications security establishment"
        "|office of the privacy commissioner of canada|=Minister Solomon"
        "|innovation, science and economic development canada|supreme court of canada|=Parliament Hill"
        "|canadian ai safety institute|=Federal Court of Canada|=Dufresne"
    ),
    "CA-QC": (
        "commission d'accès à l'information|assemblée nationale du québec|=Legault"
        "|=Autorité des marchés financiers du Québec"
    ),
    "CA-ON": ("information and privacy commissioner of ontario|ontario's privacy commissioner|law society of ontario"),
    "CA-BC": "law society of british columbia|=Eby",
    "CA-AB": "=Danielle Smith",
    "BR": (
        "=CADE|=Cade|=Senacon|=Planalto|=Anatel|=ANATEL|=MCTI|câmara dos deputados|senado federal"
        "|supremo tribunal federal|tribunal superior eleitoral|alexandre de moraes|=Moraes|=Hugo Motta|=Motta"
        "|=Aguinaldo Ribeiro|=Alcolumbre|brazilian data protection authority"
        "|national data protection authority anpd"
    ),
    "MX": "=INAI|=Claudia Sheinbaum",
    "AR": "=AAIP|=Javier Milei",
    "CL": "=SERNAC|=Kast|=Gabriel Boric",
    "CO": "=MinTIC|=Gustavo Petro|=Petro|superintendencia de industria y comercio",
    "PE": "=Boluarte|=Indecopi|=INDECOPI",
    "UY": "=AGESIC|=Agesic",
    "DO": "=Abinader|=INDOTEL",
    "ZA": (
        "=Ramaphosa|=ICASA|=DCDT|=Khumbudzo Ntshavheni|information regulator of south africa|=Solly Malatsi"
        "|=POPIA|=CCMA"
    ),
    "KE": (
        "=Ruto|=ODPC|office of the data protection commissioner|communications authority of kenya"
        "|kenya bureau of standards|=Eliud Owalo|=Kabogo"
    ),
    "NG": (
        "=NDPC|=FCCPC|=Tinubu|=Bosun Tijani|national information technology development agency"
        "|nigeria data protection commission|nigerian communications commission|=Kashifu Inuwa|=Aso Rock"
    ),
    "GH": "=Sam George|=Mahama|=Sam Nartey George",
    "RW": "=Kagame|=RURA|=Paula Ingabire",
    "EG": "=MCIT|=El-Sisi|=Sisi|=Amr Talaat",
    "MA": "=CNDP|=Seghrouchni|=Akhannouch",
    "CI": "=Ouattara|=ARTCI",
    "SN": "=Sonko|=Diomaye Faye",
    "ET": "=Abiy Ahmed|=Abiy|ethiopian artificial intelligence institute",
    "ZW": "=POTRAZ|=Mnangagwa",
    "ZM": "=Hichilema",
    "UG": "=Museveni",
    "TZ": "=Samia Suluhu|=Samia",
    "MU": "=Ramgoolam",
    "TN": "=Kais Saied",
    "DZ": "=Tebboune",
    "AE": (
        "=Emirats|=Émirats|=EAU|mohamed bin zayed|mohammed bin zayed|mohamed ben zayed|=MBZ|=Al Olama|=TDRA|=DIFC"
        "|=ADGM|=Sheikh Mohamed|sheikh mohammed bin rashid|sheikh mohamed bin zayed|dubai future foundation"
        "|mohamed bin zayed university|=Sheikh Tahnoon"
    ),
    "SA": (
        "saudi data and artificial intelligence authority|saudi data and ai authority|=Mohammed bin Salman|=PIF"
        "|public investment fund"
    ),
    "QA": "=QIA|qatar investment authority",
    "KW": "=CITRA",
    "BH": "=iGA",
    "KZ": "=Senate of Kazakhstan|=Majilis|=Bagdat Mussin",
    "EU": (
        "=BEREC|=EUIPO|=ESMA|=EBA|=EIOPA|=EuroHPC|=EIB|european investment bank|=Metsola|=McNamara|=Kokalari"
        "|=Dombrovskis|=Lagodinsky|=Coreper|=COREPER|=IMCO|=LIBE|=ITRE|=EuGH|=CJUE|=CEPD"
        "|european artificial intelligence board|european ai board|fundamental rights agency"
        "|eu agency for fundamental rights|cour de justice de l'union européenne|europäische gerichtshof"
        "|europäischer gerichtshof|europäischen gerichtshof|europäischer datenschutzausschuss"
        "|comité européen de la protection des données|europäischen parlaments|eu-staaten|eu-mitgliedstaaten"
        "|eu-länder|eu-digitalkommissarin|eu-kommissarin|eu-kommissar|vingt-sept pays|les vingt-sept|eurodéputés"
        "|les eurodéputés|eu-abgeordnete*|=Europaabgeordnete|=EU-Parlament|europäische union"
        "|european artificial intelligence office|eu's ai office"
    ),
    "X-COE": (
        "=Europarats|=Europarates|european court of human rights|=ECtHR|=ECHR|=EGMR|=CEDH"
        "|cour européenne des droits de l'homme|europäischer gerichtshof für menschenrechte"
        "|europäische gerichtshof für menschenrechte|parliamentary assembly of the council of europe|=CEPEJ"
        "|venice commission|venedig-kommission|=Berset|=Alain Berset"
    ),
    "UN": (
        "=UNICEF|=Unicef|=UNCTAD|=UNIDIR|=UNICRI|=UNHCR|un women|un human rights office|un high commissioner"
        "|un human rights chief|=Volker Türk|=António Guterres|=Antonio Guterres|un special rapporteur"
        "|human rights council|un member states"
    ),
    "X-GLOBAL": (
        "=WIPO|=ILO|=ICAO|=IOSCO|financial stability board|basel committee|=Interpol|=INTERPOL"
        "|global privacy assembly|=ECOWAS|=Mercosur|smart africa|gulf cooperation council|=GCC|=APEC"
        "|shanghai cooperation organisation|global partnership on artificial intelligence"
        "|international labour organization|world intellectual property organization|international monetary fund"
        "|african development bank"
    ),
    "X-ITU": "=UIT|union internationale des télécommunications",
    "X-OECD": "=OCDE",
    "GB": (
        "information commissioner's office|ai security institute|=AISI|incubator for ai|national audit office"
        "|solicitors regulation authority|bar standards board|crown prosecution service|mayor of london"
        "|=Kanishka Narayan|=Feryal Clark|=Chris Bryant|=Baroness Kidron|=Clement-Jones|=Lord Holmes|=Camrose"
        "|=Number 10|=King's Bench|royal courts of justice|court of appeal of england|=Upper Tribunal"
        "|digital regulation cooperation forum|=DRCF|=Yvette Cooper|=Shabana Mahmood|=Rachel Reeves|=Badenoch"
        "|=Phillipson|british standards institution|school standards minister|=Judicial Office"
        "|=Master of the Rolls|regulatory innovation office|department for education"
        "|department for work and pensions|department for business and trade|=HM Treasury|=HM Government"
    ),
    "DE": (
        "=Bundesarbeitsgericht|=Kanzleramt|=BMDS|=BMJ|=BMJV|=BMWK|=BMWE|=BMBF|=BMFTR|=BaFin|=Monopolkommission"
        "|deutscher ethikrat|=Ethikrat|=Weimer|=Habeck|=Faeser|=Buschmann|=Kelber|=Dorothee Bär"
        "|=Specht-Riemenschneider|=Stark-Watzinger|=Karliczek|=Altmaier|=Verfassungsschutz"
        "|=Bundesforschungsminister|=Bundesforschungsministerin|bundesforschungsminister*"
        "|bundeswirtschaftsministerium|=Bundesdatenschutzbeauftragter|=BSI-Präsidentin|=Plattner|=Ampel-Koalition"
        "|=Landgericht München|münchner gericht*|münchener gericht*|=Münchner Landgericht|hamburger gericht*"
        "|berliner gericht*|kölner gericht*|frankfurter gericht*|=Landgerichts München|=Kammergericht"
        "|=Bundestagsabgeordnete|bundestagspräsident*|deutsche bundestag|deutschen bundestag"
    ),
    "DE-BE": (
        "berliner datenschutz*|berliner beauftragte*|berliner senat*|berliner abgeordnetenhaus*"
        "|datenschutzbehörde in berlin|datenschutzbehörden in berlin|=BlnBDI"
    ),
    "DE-HH": (
        "hamburgische beauftragte*|hamburger datenschutz*|hamburgische bürgerschaft|hamburger bürgerschaft"
        "|hamburger senat*|=Thomas Fuchs"
    ),
    "DE-BY": (
        "bayerische landtag*|bayerischen landtag*|bayerischer landtag*|bayerische staatsregierung|=BayLDA"
        "|münchner landtag"
    ),
    "DE-HE": "wiesbadener landtag*|=Poseck|=Wiesbaden",
    "DE-NW": "düsseldorfer landtag*|=Wüst",
    "DE-BW": "stuttgarter landtag*",
    "DE-NI": "hannoverscher landtag|=Denis Lehmkemper",
    "DE-RP": "mainzer landtag*",
    "DE-SN": "dresdner landtag*",
    "DE-TH": "erfurter landtag*",
    "DE-BB": "potsdamer landtag*",
    "DE-SH": "kieler landtag*",
    "DE-MV": "schweriner landtag*",
    "DE-ST": "magdeburger landtag*",
    "FR": (
        "=Cnil|=Arcep|=ARCEP|=Anssi|=INESIA|=Inesia|=DGCCRF|=DINUM|=Dinum|=CSPLA|=CNNum|quai d'orsay"
        "|défenseure des droits|cour des comptes|=Rachida Dati|=Dati|=Le Hénanff|=Lecornu|=Bayrou|=Attal|=Barnier"
        "|=Chappaz|commission nationale de l'informatique et des libertés|procureure de paris|procureur de paris"
        "|tribunal judiciaire de paris|cour d'appel de paris|=Bothorel|=Hexagone|french data protection authority"
        "|=Gouvernement français"
    ),
    "GB-SCT": "=Swinney",
    "GB-WLS": "welsh government",
    "LI": "=Vaduz|=Liechtensteins",
    "VA": "=Pope Leo|=Pope Francis|=Papst|=Papst Leo|pape léon|=Vatikan",
}
