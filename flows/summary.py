"""What Prefect is told of a run: counts, kinds and places; never a word of an article."""

from __future__ import annotations

from audit.pipeline import Counts, Summary


def list_counts(steps: dict[str, Counts]) -> list[dict[str, str | int]]:
    """A row per step and thing that it counted."""
    return [{"step": step, "what": what, "count": n} for step, counts in steps.items() for what, n in counts.items()]


def describe_run(summary: Summary) -> str:
    """The run as Markdown: what the warehouse holds, the findings by kind, where the report lies."""
    heading = "# Nothing new" if summary.unchanged else "# Audit"
    findings = _table("finding", summary.findings) if summary.findings else "No findings."
    report = f"Report: `{summary.report.absolute()}`" if summary.report else "No report was asked for."
    return "\n\n".join([heading, _table("in the warehouse", summary.counts), findings, report]) + "\n"


def _table(name: str, counts: Counts) -> str:
    return "\n".join([f"| {name} | count |", "|---|---:|", *(f"| {what} | {n} |" for what, n in counts.items())])
