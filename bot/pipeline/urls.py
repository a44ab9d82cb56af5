"""Addresses: made absolute, freed of tracking, and brought to one form in which they can be compared."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

MOST_CHARACTERS = 2048  # what browsers, Slack (3,000) and Discord (2,048 in an embed) all take
_MOST_UNWRAPPED = 3

# Parameters that only tell the publisher where a reader came from. Names are those documented by the senders:
# Google Analytics and Ads, Meta, Microsoft, Mailchimp, HubSpot, Marketo, Matomo, Piwik, Adobe, TikTok, LinkedIn, X.
_TRACKING = re.compile(
    r"^(utm_.*|ga_.*|mtm_.*|pk_.*|piwik_.*|matomo_.*|hsa_.*|_hs.*|__hs.*|vero_.*|oly_.*|at_(medium|campaign|link.*)"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid"
    r"|mc_cid|mc_eid|mkt_tok|ml_subscriber.*|_ga|_gl|s_cid|s_kwcid|cmpid|cmp|ns_(campaign|source|mchannel|linkname|fee)"
    r"|wt\.?mc(_id)?|wt_zmc|spm|ftag|ncid|cid_source|smid|smtyp|guccounter|guce_.*|trk|trkcampaign|_openstat|xtor|rss"
    r"|rss_?id|ref_src|ref_url|_unique_id|sref|srnd|taid|sfmc_.*|sc_(campaign|channel|content|medium|country)"
    r"|fb_(action|source|ref).*|echobox|__twitter_impression|amp_js_v|usqp|outputtype)$",
    re.IGNORECASE,
)
# Parameters that are tracking only with these values; with others they may choose the article.
_TRACKING_VALUES = {
    "ref": re.compile(r"^(rss|feed|twitter|facebook|newsletter|homepage|hp|email|share|social)", re.IGNORECASE),
    "source": re.compile(r"^(rss|feed|twitter|facebook|newsletter|email|social)", re.IGNORECASE),
    "src": re.compile(r"^(rss|feed|twitter|newsletter|email|social)", re.IGNORECASE),
    "from": re.compile(r"^(rss|feed|newsletter|email)", re.IGNORECASE),
    "partner": re.compile(r"^(rss|feed)", re.IGNORECASE),
    "emc": re.compile(r"^(rss|edit_)", re.IGNORECASE),
    "feedtype": re.compile(r"^rss", re.IGNORECASE),
    "output": re.compile(r"^amp$", re.IGNORECASE),
    "amp": re.compile(r"^(1|true)?$", re.IGNORECASE),
}
# Addresses that only forward to another one, named in a parameter: host (and its subdomains), path, parameter.
_WRAPPERS = (
    ("google.com", "/url", ("q", "url")),
    ("facebook.com", "/l.php", ("u",)),
    ("instagram.com", "/", ("u",)),
    ("linkedin.com", "/redir/redirect", ("url",)),
    ("safelinks.protection.outlook.com", "/", ("url",)),
    ("bing.com", "/news/apiclick.aspx", ("url",)),
    ("slack-redir.net", "/link", ("url",)),
    ("out.reddit.com", "/", ("url",)),
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>\"\\^`{|}]")
_DEFAULT_PORT = {"http": 80, "https": 443}
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_INDEX = re.compile(r"/(index|default)\.(html?|php|aspx?)$", re.IGNORECASE)


def absolute(href: str, base: str = "") -> str:
    """`href` seen from `base`, if that is a web address people can be sent to; else the empty text.

    Takes what feeds really hold: spaces and line breaks around and inside, `//host/path`, `www.example.org/x`.
    Refuses every scheme but http and https, user names in the address, and more than 2,048 characters.
    """
    href = re.sub(r"[\t\r\n]", "", href.strip())
    if not href:
        return ""
    if href[:4].lower() == "www." and not _SCHEME.match(href):
        href = "http://" + href
    try:
        parts = urlsplit(urljoin(base, href))
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORT or not host or "@" in parts.netloc:
        return ""
    if ":" in host:
        host = f"[{host}]"
    netloc = host if port is None or port == _DEFAULT_PORT[scheme] else f"{host}:{port}"
    url = urlunsplit((scheme, netloc, _escaped(parts.path) or "/", _escaped(parts.query), _escaped(parts.fragment)))
    return url if len(url) <= MOST_CHARACTERS else ""


def canonical(url: str, base: str = "") -> str:
    """The same page's address without tracking, forwarding and fragment: still an address that works; else empty.

    A fragment is kept only when it is a route (`#!/…`, `#/…`): those pages are one document for the server.
    """
    address = absolute(url, base)
    for _ in range(_MOST_UNWRAPPED):
        target = _unwrapped(address)
        if not target:
            break
        address = target
    if not address:
        return ""
    parts = urlsplit(address)
    fragment = parts.fragment if parts.fragment[:1] in ("!", "/") else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, _without_tracking(parts.query), fragment))


@lru_cache(2048)  # the identity of an item and each row about it ask again
def key(url: str) -> str:
    """What two addresses of one page have in common: for comparing, never for showing or fetching.

    Leaves out the scheme, `www.`, `m.` and `amp.`, a trailing slash, `/amp`, index pages, and the order of parameters.
    """
    address = canonical(url)
    if not address:
        return ""
    parts = urlsplit(address)
    netloc = re.sub(r"^(www\d?|m|mobile|amp)\.(?=[^.]+\.)", "", parts.netloc)
    path = _INDEX.sub("/", unquote(parts.path, errors="replace"))
    path = re.sub(r"/amp/?$", "", path) if path.rstrip("/") != "/amp" else path
    path = re.sub(r"(\.amp)(\.html?)$", r"\2", path)
    path = re.sub(r"/{2,}", "/", path).rstrip("/")
    query = "&".join(sorted(piece for piece in parts.query.split("&") if piece))
    return netloc + path + (f"?{query}" if query else "") + (f"#{parts.fragment}" if parts.fragment else "")


def host(url: str) -> str:
    """Host of an address in lower case, `www.` left out; empty when there is none."""
    try:
        name = _host(urlsplit(url).hostname or "")
    except ValueError:
        return ""
    return name.removeprefix("www.")


def _host(name: str) -> str:
    """Host in ASCII and lower case. Raises ValueError when it cannot be one."""
    name = name.lower().rstrip(".")
    if _UNSAFE.search(name) or "%" in name:
        raise ValueError("no host")
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError as error:
            raise ValueError("no host") from error
    if len(name) > 253 or any(not 0 < len(label) < 64 for label in name.split(".")):  # RFC 1035, 2.3.4
        raise ValueError("no host")
    return name


def _escaped(text: str) -> str:
    """Percent-encode what may not stand in an address, and nothing twice."""
    text = _UNSAFE.sub(lambda match: quote(match[0]), text)
    return text if text.isascii() else quote(text, safe="%/:?#[]@!$&'()*+,;=~-._", errors="replace")


def _unwrapped(url: str) -> str:
    """The address a forwarding link names itself, or empty."""
    parts = urlsplit(url)
    name = parts.hostname or ""
    for domain, path, names in _WRAPPERS:
        if (name == domain or name.endswith("." + domain)) and parts.path == path:
            given = dict(parse_qsl(parts.query, max_num_fields=50) if parts.query.count("&") < 50 else [])
            for parameter in names:
                if target := absolute(given.get(parameter, "")):
                    return target
    return ""


def _without_tracking(query: str) -> str:
    kept = []
    for piece in query.split("&"):
        name, _, value = piece.partition("=")
        values = _TRACKING_VALUES.get(name.lower())
        if not piece or _TRACKING.match(name) or (values and values.match(unquote(value))):
            continue
        kept.append(piece)
    return "&".join(kept)
