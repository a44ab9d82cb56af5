"""Measures people call by name rather than by number, each with the token that names it everywhere."""

from __future__ import annotations

from typing import Final

# Token -> the names it goes by, in the phrase syntax of `phrases.Lexicon`. Numbers are from the official journals.
_TABLE: Final[dict[str, str]] = {
    # European Union
    "2024/1689": (
        "eu ai act|european ai act|eu artificial intelligence act|european union ai act|eu's ai act|europe's ai act"
        "|european union's ai act|europe's artificial intelligence act|european union's artificial intelligence act"
        "|eu's artificial intelligence act|european artificial intelligence act|ki-verordnung|ki-gesetz der eu"
        "|eu-ki-gesetz|eu ki gesetz|ki-vo|règlement sur l'ia|règlement européen sur l'ia|règlement ia"
        "|loi européenne sur l'ia|règlement européen sur l'intelligence artificielle"
        "|règlement sur l'intelligence artificielle|reglamento de inteligencia artificial|ai act européen"
        "|eu's landmark ai law|bloc's ai act|bloc's artificial intelligence act"
    ),
    "ai act": "=AI Act|=Artificial Intelligence Act|=AI ACT",
    "2016/679": "=GDPR|general data protection regulation|=DSGVO|datenschutz grundverordnung|=RGPD",
    "2022/2065": "digital services act|=DSA",
    "2022/1925": "digital markets act|=DMA",
    "2023/2854": "=Data Act|eu data act",
    "2024/2847": "cyber resilience act",
    "2019/790": "copyright in the digital single market|=DSM Directive",
    "2022/2555": "=NIS2|=NIS 2",
    "ai liability directive": "ai liability directive|ki-haftungsrichtlinie",
    "eu digital omnibus": (
        "digital omnibus|digitaler omnibus|omnibus numérique|digital simplification package|=AI omnibus|=Omnibus on AI"
    ),
    "gpai code of practice": (
        "general purpose ai code of practice|code of practice for general purpose ai|=GPAI Code of Practice"
        "|=GPAI Code|code of practice on general purpose ai|code of practice for gpai"
    ),
    "eu ai continent plan": "ai continent action plan|ai continent",
    "eu apply ai": "apply ai strategy",
    "eu chips act": "european chips act|eu chips act",
    "cloud and ai development act": "cloud and ai development act",
    # United States, federal
    "eo 14110": (
        "safe, secure, and trustworthy development and use of artificial intelligence"
        "|safe, secure and trustworthy artificial intelligence|biden's ai executive order"
        "|biden's executive order on artificial intelligence|biden's executive order on ai|biden ai executive order"
    ),
    "eo 14179": "removing barriers to american leadership in artificial intelligence",
    "eo 14319": "preventing woke ai in the federal government|preventing woke ai",
    "eo 14363": "genesis mission",
    "eo 14277": "advancing artificial intelligence education for american youth",
    "us ai action plan": "america's ai action plan|ai action plan of the white house|winning the race",
    "us ai bill of rights": "blueprint for an ai bill of rights|ai bill of rights",
    "take it down act": "take it down act",
    "no fakes act": "no fakes act",
    "defiance act": "defiance act",
    "kosa": "kids online safety act|=KOSA",
    "guard act": "=GUARD Act",
    "gain ai act": "gain ai act",
    "chip security act": "chip security act",
    "chips act": "chips and science act|=CHIPS Act",
    "ai diffusion rule": (
        "ai diffusion rule|ai diffusion framework|framework for artificial intelligence diffusion|=Diffusion Rule"
        "|diffusion rule|framework for ai diffusion"
    ),
    "create ai act": "create ai act",
    "sandbox act": "=SANDBOX Act",
    "nist ai rmf": "ai risk management framework|=NIST AI RMF|=AI RMF",
    "big beautiful bill": "one big beautiful bill|big beautiful bill",
    "train act": "=TRAIN Act",
    "ai lead act": "=AI LEAD Act",
    "remote access security act": "remote access security act",
    # United States, states
    "sb 1047": "safe and secure innovation for frontier artificial intelligence models act",
    "sb 53": "transparency in frontier artificial intelligence act|=TFAIA",
    "sb 24-205": "colorado ai act|colorado artificial intelligence act|colorado's ai act",
    "raise act": "=RAISE Act|responsible ai safety and education act",
    "elvis act": "=ELVIS Act",
    "hb 149": "texas responsible artificial intelligence governance act|=TRAIGA",
    "bipa": "biometric information privacy act|=BIPA",
    # Other countries
    "kr ai basic act": (
        "ai basic act|ai framework act|basic act on artificial intelligence|basic ai act"
        "|act on the development of artificial intelligence and establishment of trust"
    ),
    "jp ai promotion act": (
        "ai promotion act|act on the promotion of research and development and utilization of ai"
        "|act on promotion of research and development and utilization of artificial intelligence"
    ),
    "c-27": "artificial intelligence and data act|=AIDA|digital charter implementation act",
    "pl 2338/2023": "brazil's ai bill|brazilian ai bill",
    "online safety act": "online safety act|online safety bill",
    "data use and access act": "data use and access act|data use and access bill",
    "uk ai opportunities action plan": "ai opportunities action plan",
    "cn genai measures": (
        "interim measures for the management of generative artificial intelligence services"
        "|interim measures for generative ai"
        "|measures for the management of generative artificial intelligence services"
    ),
    "cn deep synthesis provisions": "deep synthesis provisions|provisions on deep synthesis",
    "cn ai labelling measures": (
        "measures for labeling of ai generated synthetic content|measures for labeling ai generated synthetic content"
        "|measures for the labelling of ai generated content|measures for labelling ai generated content"
        "|measures for the labeling of ai generated|measures for the labelling of ai generated"
        "|measures for labeling artificial intelligence|measures for the labeling of artificial intelligence"
        "|measures for the identification of ai generated|measures for identifying ai generated"
        "|measures for the identification of artificial intelligence|measures for identifying artificial intelligence"
    ),
    "cn global ai governance action plan": "global ai governance action plan|action plan for global ai governance",
    "cn global ai governance initiative": "global ai governance initiative",
    "india ai mission": "indiaai mission",
    # Between states
    "cets 225": (
        "framework convention on artificial intelligence|framework convention on ai|ai convention"
        "|council of europe convention on ai|convention-cadre sur l'intelligence artificielle|ki-konvention"
    ),
    "bletchley declaration": "bletchley declaration",
    "seoul declaration": "seoul declaration",
    "hiroshima process": "hiroshima ai process|hiroshima process|hiroshima ai",
    "global digital compact": "global digital compact",
    "oecd ai principles": "oecd ai principles|oecd's ai principles|oecd principles on artificial intelligence",
    "unesco ai recommendation": "recommendation on the ethics of artificial intelligence",
    "rome call": "rome call for ai ethics",
}

NAMED: Final[tuple[tuple[str, str], ...]] = tuple(
    (name, token) for token, names in _TABLE.items() for name in names.split("|") if name
)
