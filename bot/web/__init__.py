"""The small web app: health, metrics, archive pages, Slack's HTTP door."""
