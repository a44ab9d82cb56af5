"""Two words that prove a topic when they stand near each other; read by `pipeline.frame`."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import PairRow

_AI = "ai a.i. intelligence ki ia intelligenz algorithms"
_LAW = (
    "law laws bill bills act regulation regulations rules legislation regulate~ rulebook statute order framework gesetz "
    "loi oversight governance regulators regulator regulierung guardrails liability directive"
)

TOPIC_PAIRS: Final[tuple[PairRow, ...]] = (
    ("comprehensive_regulation", 2.5, _AI, _LAW, 3, ""),
    ("comprehensive_regulation", 2.5, _LAW, _AI, 4, ""),
    ("comprehensive_regulation", 2.2, "promote~ encourage~ govern~ oversee~", _AI, 3, ""),
    ("frontier_safety", 2.8, "safety risks risk dangers evaluation testing tests",
     "models model frontier advanced labs", 6, ""),
    ("frontier_safety", 2.8, "frontier advanced powerful largest", "models model safety developers", 4, ""),
    ("frontier_safety", 2.6, _AI, "safety extinction", 3, "child teen"),
    ("frontier_safety", 2.0, _AI, "risks dangers harms", 3, ""),
    ("frontier_safety", 2.8, "license~ licence", "models powerful", 5, ""),
    ("rights_discrimination", 3.0, _AI + " algorithm algorithmic automated software",
     "hiring recruitment lending housing bias biased benefits welfare discrimination tenants", 6, ""),
    ("rights_discrimination", 3.0, "hiring recruiting recruitment screening job",
     "tools software algorithms algorithm applicants", 3, ""),
    ("privacy_data", 3.2, "posts data information photos pictures messages",
     "train training privacy personal users consent gdpr", 7, "center centers centre centres"),
    ("privacy_data", 3.2, "posts messages", "ai", 3, ""),
    ("privacy_data", 3.2, "train~", "posts data users messages pictures", 6, "models"),
    ("privacy_data", 3.0, "data privacy", "watchdog regulator protection authority commissioner agency", 2, ""),
    ("biometrics_policing", 3.0, "police officers policing border",
     "cameras faces face camera facial surveillance scan", 8, ""),
    ("deepfakes_content", 3.2, "label~ mark~ watermark~ disclose~", "content images synthetic generated ai videos",
     5, ""),
    ("deepfakes_content", 2.3, "ai generated fake",
     "images video videos audio voices porn nudes pornography content election", 2, ""),
    ("children_companions", 3.2, "chatbot chatbots companion companions bots",
     "kids children minors teens teen teenagers child users suicide mental", 8, ""),
    ("children_companions", 3.2, "kids children minors teens teen teenager teenagers child parents",
     "chatbot chatbots ai companion companions bots chatgpt", 8, ""),
    ("children_companions", 3.0, "delusional emotional mental", "chatbot outputs chatbots health dependence", 3, ""),
    ("copyright_ip", 3.2, "artists creators writers musicians publishers authors actors newspapers labels studios",
     "copyright work works voice likeness songs licence license pay compensation", 8, ""),
    ("copyright_ip", 3.2, "ai ia ki chatgpt openai", "œuvres werke lyrics songs songtexte liedtexte", 10, ""),
    ("copyright_ip", 3.2, "œuvres werke lyrics songs books novels articles",
     "train training ia ki ai trainiert présomption", 7, ""),
    ("consumer_competition", 3.0, "antitrust competition dominance dominant",
     "watchdog authority regulator investigation probe position inquiry", 3, ""),
    ("consumer_competition", 3.0, "false misleading deceptive exaggerated", "claims statements advertising claim",
     2, ""),
    ("consumer_competition", 3.0, "investments partnerships partnership deals",
     "antitrust innovation competition ftc", 8, ""),
    ("chips_trade", 3.0, "nvidia amd asml huawei tsmc chip chips",
     "china chinese beijing export exports sales sale curbs tariffs", 8, ""),
    ("national_security_defence", 3.0, "military army defence defense weapons pentagon battlefield warfare",
     _AI + " autonomous use drones", 6, ""),
    ("government_use", 3.0, "agencies departments civil federal government public",
     "servants procurement buy buying operations sector services adopt inventory chatbot", 4, ""),
    ("government_use", 3.0, "department ministry agency council courts judges lawyers",
     "use uses using fake fabricated chatgpt citations hallucinated operations", 6, ""),
    ("labour_skills", 3.0, _AI + " automation automated", "jobs workforce skills employees unions layoffs", 5, ""),
    ("labour_skills", 3.0, "jobs workers employees workforce skills unions bosses", _AI + " automation automated",
     6, ""),
    ("infrastructure_investment", 3.0, "invest~ spend~ fund funding mobilise~ pledge~ commit~ allocate~ pour~",
     _AI + " compute computing infrastructure gpus supercomputer startups billion million crore milliards milliarden",
     7, ""),
    ("infrastructure_investment", 3.0, _AI, "billion investment investments fund compute infrastructure zones",
     5, ""),
    ("international_governance", 3.0, "global international world multilateral",
     "cooperation governance organisation organization dialogue summit treaty norms ethics", 3, ""),
    ("international_governance", 2.4, "un u.n. g7 g20 oecd unesco asean brics apec commonwealth", "ai intelligence",
     9, ""),
    ("international_governance", 2.8, "ministers leaders nations countries states",
     "summit declaration agree agreement pledge treaty communique ethics recommendation", 8, ""),
    ("international_governance", 3.0, "pays staaten länder",
     "déclaration signent signé erklärung unterzeichnen abkommen", 8, ""),
    ("infrastructure_investment", 3.0, "crore billion", "mission compute hubs gpus", 4, ""),
    ("copyright_ip", 3.2, "copy~ scrape~ reproduce~ pirate~ steal~ stole",
     "articles books works songs content images music journalism", 4, ""),
    ("copyright_ip", 3.0, "news journalism articles", "train training publishers copying content", 5, ""),
)  # fmt: skip
