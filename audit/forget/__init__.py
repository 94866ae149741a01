"""Forgetting what somebody asked to have forgotten: the command; what it does lies in `ingest/forgetting.py`."""
