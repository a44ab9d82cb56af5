"""Texts and addresses without the secrets they may hold: for logs, answers and everything else that is shown."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from bot.pipeline.text import word_set

HIDDEN = "•••"

# Names of parameters that carry a secret: whole words of the name, or a part of it that means nothing else.
_NAME_WORDS = word_set(
    "key apikey token secret sig signature auth authorization pass passwd password pwd session sid jwt bearer code "
    "hash credential credentials hmac private"
)
_NAME_PARTS = re.compile(r"token|secret|passw|apikey|signature|credential|bearer|jwt", re.IGNORECASE)
_WORDS_OF_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_RUN = re.compile(r"[A-Za-z0-9_]{16,}")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://[^\s\"'<>\\`|]+", re.IGNORECASE)
_TOKEN = re.compile(
    r"xox[a-z]-[\w-]+|xoxe\.[\w.-]+|xapp-[\w-]+"  # Slack
    r"|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"  # Discord
    r"|\bgAAAAA[\w-]{20,}={0,2}"  # Fernet
    r"|(?i:(?<=bearer )|(?<=basic )|(?<=bot ))[\w.~+/-]{16,}=*"  # Authorization headers
    r"|(?i:(?<=password=)|(?<=passwd=)|(?<=x-api-key: ))[^\s\"',;&]+"
)
# Webhook addresses are secrets as a whole; their host says enough.
_WEBHOOK = re.compile(
    r"(https?://(?:hooks\.slack(?:-gov)?\.com|(?:\w+\.)?discord(?:app)?\.com/api/webhooks))(?:/[^\s\"'<>\\]*)?",
    re.IGNORECASE,
)


def secret_name(name: str) -> bool:
    """Whether a parameter of this name usually carries a secret: `api_key`, `accessToken`, not `keyword`."""
    words = (word.lower() for word in _WORDS_OF_NAME.findall(name))
    return bool(_NAME_PARTS.search(name)) or any(word in _NAME_WORDS for word in words)


def random_looking(text: str) -> bool:
    """Whether a piece of an address looks made at random: a UUID, or 16 characters in a row of digits and letters."""
    if _UUID.search(text):
        return True
    return any(
        any(letter.isdigit() for letter in run) and any(letter.isalpha() for letter in run)
        for run in _RUN.findall(text)
    )


def address(url: str, *, path: bool = True) -> str:
    """`url` as readers may see it: no user name, no secret parameter, and with `path` no part that looks random.

    What is left still says which source it is. An address without secrets comes back unchanged.
    """
    if _WEBHOOK.match(url):
        return _WEBHOOK.sub(rf"\1/{HIDDEN}", url, count=1)
    try:
        parts = urlsplit(url)
    except ValueError:
        return HIDDEN
    shown = url
    if "@" in parts.netloc:
        shown = shown.replace(parts.netloc, f"{HIDDEN}@{parts.netloc.rpartition('@')[2]}", 1)
    head, mark, rest = shown.partition("?")
    if path and parts.path:
        start = head.find(parts.path, head.find("://") + 3 + len(parts.netloc.rpartition("@")[2]))
        if start >= 0:
            pieces = [HIDDEN if random_looking(unquote(one)) else one for one in head[start:].split("/")]
            head = head[:start] + "/".join(pieces)
    query, hash_mark, fragment = rest.partition("#")
    pairs = []
    for pair in query.split("&") if mark else ():
        name, equals, value = pair.partition("=")
        hide = value and (secret_name(unquote(name)) or (path and random_looking(unquote(value))))
        pairs.append(
            f"{name}{equals}{HIDDEN}" if hide else (HIDDEN if path and random_looking(unquote(name)) else pair)
        )
    return head + mark + "&".join(pairs) + hash_mark + fragment


def text(words: str) -> str:
    """`words` without what has the shape of a secret: tokens, passwords in addresses, webhook addresses.

    Random-looking parts of addresses stay, for article addresses have them too; their secret parameters go.
    """
    words = _ADDRESS.sub(lambda match: address(match[0], path=False), words)
    return _TOKEN.sub(HIDDEN, words)
