"""Fetching, when asked: new items of listed feeds and pages, politely, into archives under `raw/`. Nothing logs in."""
