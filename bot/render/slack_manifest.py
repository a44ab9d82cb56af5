"""Slack's app manifest: what the app may do and where Slack sends things, for Socket Mode or for an address."""

from __future__ import annotations

from typing import Any

# Least scopes, each for something this bot does (docs.slack.dev/reference/scopes).
SCOPES = {
    "commands": "/aipolicy and the two message shortcuts",
    "chat:write": "post, edit and delete its own messages",
    "app_mentions:read": "answer where it is mentioned, also in threads",
    "im:history": "answer what people type to it directly",
    "im:write": "open a direct message for digests, files and alerts",
    "channels:read": "hear that a channel was archived, renamed or left",
    "groups:read": "the same for private channels it is in",
    "channels:history": "look whether a post that got no answer arrived, before repeating it",
    "groups:history": "the same for private channels it is in",
    "metadata.message:read": "recognise its own post in that look",
    "users:read": "tell managers, members and guests apart; language and time zone",
    "files:read": "read an OPML file put into a form",
    "files:write": "send exports as files",
}

EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "channel_rename",
    "channel_unarchive",
    "group_archive",
    "group_deleted",
    "group_left",
    "group_rename",
    "group_unarchive",
    "member_joined_channel",
    "member_left_channel",
    "message.im",
    "tokens_revoked",
)

EVENTS_PATH = "/slack/events"
INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"


def manifest(address: str = "", *, name: str = "AI Policy") -> dict[str, Any]:
    """The manifest to paste at api.slack.com/apps > Create New App > From a manifest.

    Args:
        address: public https address of the bot for HTTP mode and installing by others; empty for Socket Mode.
        name: as people see the app; a second app (for trying things out) needs a second name.
    """
    base = address.rstrip("/")
    command: dict[str, Any] = {
        "command": "/aipolicy",
        "description": "AI-policy news: latest, search, follow, sources, deadlines",
        "usage_hint": "latest 3 EU | search deepfake | help",
        "should_escape": True,
    }
    events: dict[str, Any] = {"bot_events": list(EVENTS)}
    interactivity: dict[str, Any] = {"is_enabled": True}
    oauth: dict[str, Any] = {"scopes": {"bot": list(SCOPES)}}
    if base:
        command["url"] = base + EVENTS_PATH
        events["request_url"] = base + EVENTS_PATH
        interactivity["request_url"] = base + EVENTS_PATH
        interactivity["message_menu_options_url"] = base + EVENTS_PATH
        oauth["redirect_urls"] = [base + REDIRECT_PATH]
    return {
        "display_information": {
            "name": name,
            "description": "One card per AI-policy story, with its quotes, facts and sources",
            "background_color": "#1f3a5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": name, "always_online": True},
            "slash_commands": [command],
            "shortcuts": [
                {
                    "name": "Why was this posted",
                    "type": "message",
                    "callback_id": "why_posted",
                    "description": "Shows how this story or link was found, judged and grouped",
                },
                {
                    "name": "Add this site's feed",
                    "type": "message",
                    "callback_id": "add_feed",
                    "description": "Looks for a feed behind the link and asks before adding it",
                },
            ],
        },
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": events,
            "interactivity": interactivity,
            "org_deploy_enabled": False,
            "socket_mode_enabled": not base,
            "token_rotation_enabled": bool(base),
        },
    }
