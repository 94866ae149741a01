"""The other commands: data on stdout, everything else on stderr, exit 2 where they could not run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from audit.cli import app
from tests.conftest import Secondhand

COMMANDS = [command.name or str(getattr(command.callback, "__name__", "")) for command in app.registered_commands]
LISTS = ["findings", "claims", "sources", "stories"]
QUOTE = '"We lost nearly 40 boats," said Maren Holt, the harbour master.'


def test_commands_of_the_main_job_are_there() -> None:
    assert {"run", "extract", "compare", "report", "schedule", "sql", *LISTS} <= set(COMMANDS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(secondhand: Secondhand, command: str) -> None:
    done = secondhand(*command.split(), "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"secondhand {command}".strip() in done.stdout


@pytest.mark.parametrize("command", LISTS)
def test_lists_are_lines_of_json(secondhand: Secondhand, demo_warehouse: Path, command: str) -> None:
    done = secondhand(command, "--warehouse", demo_warehouse, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    listed = [json.loads(line) for line in done.stdout.splitlines()]
    assert listed
    table = secondhand(command, "--warehouse", demo_warehouse, "--csv").stdout.splitlines()
    assert table[0].split(",") == list(listed[0])


@pytest.mark.parametrize("command", [*[(name,) for name in LISTS], ("sql", "select 1"), ("report",)])
def test_missing_warehouse(secondhand: Secondhand, command: tuple[str, ...]) -> None:
    done = secondhand(*command, "--warehouse", "away.duckdb")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == "secondhand: away.duckdb is not there: run `secondhand run` first, or name another --warehouse\n"
    )


def test_query_that_is_none(secondhand: Secondhand, demo_warehouse: Path) -> None:
    done = secondhand("sql", "selct 1", "--warehouse", demo_warehouse)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "the query cannot be run" in done.stderr


def test_query_cannot_write(secondhand: Secondhand, demo_warehouse: Path) -> None:
    done = secondhand("sql", "delete from articles", "--warehouse", demo_warehouse)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "read-only" in done.stderr


def test_json_has_no_nan(secondhand: Secondhand, demo_warehouse: Path) -> None:
    query = "select 'nan'::double as a, 'inf'::double as b, 1.5 as c"
    done = secondhand("sql", query, "--json", "--warehouse", demo_warehouse)
    assert json.loads(done.stdout) == {"a": None, "b": None, "c": 1.5}


def test_extract_answers_line_by_line_in_order(secondhand: Secondhand) -> None:
    texts = [QUOTE, "Nothing is said here.", QUOTE]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    done = secondhand("extract", stdin="\n".join(lines))
    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in found] == ["0", "1", "2"]
    assert [len(line["quotes"]) for line in found] == [1, 0, 1]
    ((start, end),) = found[0]["quotes"][0]["content"]
    assert QUOTE[start:end] == "We lost nearly 40 boats,"
    assert found[0]["quotes"][0]["source"] == "Maren Holt"
    ((start, end), approx) = (found[0]["figures"][0]["span"], found[0]["figures"][0]["approx"])
    assert (QUOTE[start:end], approx) == ("40", "~")


@pytest.mark.parametrize(("amiss", "why"), [('{"id": "b"}', "no field 'text'"), ("{b", "one JSON object")])
def test_extract_of_a_file_answers_up_to_the_line_that_is_amiss(
    secondhand: Secondhand, tmp_path: Path, amiss: str, why: str
) -> None:
    good = json.dumps({"id": "a", "text": QUOTE})
    (tmp_path / "some.jsonl").write_text("\n".join([good, "", good, amiss, good]))
    done = secondhand("extract", tmp_path / "some.jsonl")
    assert (done.returncode, done.stdout.count("\n")) == (2, 2)
    assert "some.jsonl, line 4" in done.stderr
    assert why in done.stderr
    alone = secondhand("extract", stdin=good).stdout
    assert done.stdout == alone * 2


def test_compare_says_label_slot_and_why(secondhand: Secondhand) -> None:
    def side(text: str, surface: str, **slots: object) -> dict[str, object]:
        start = text.index(surface)
        return {"text": text, "figures": [{"span": [start, start + len(surface)], "surface": surface, **slots}]}

    earlier = side("Nearly 200 boats were lost.", "200", approx="~", value=200, unit=None)
    later = side("Over 200 boats were lost.", "200", approx=">", value=200, unit=None)
    pair = {"id": "p", "what": "boats lost", "earlier": earlier, "later": later}
    done = secondhand("compare", stdin=json.dumps(pair))
    assert (done.returncode, done.stderr) == (0, "")
    verdict = json.loads(done.stdout)
    assert (verdict["id"], verdict["label"]) == ("p", "hedge_flipped")
    assert verdict["slot"]
    assert verdict["why"]


@pytest.mark.parametrize("command", ["extract", "compare"])
@pytest.mark.parametrize("line", ["{", "[]", "{}"])
def test_line_that_is_none(secondhand: Secondhand, command: str, line: str) -> None:
    done = secondhand(command, stdin=line)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "standard input, line 1" in done.stderr


@pytest.mark.parametrize("command", ["extract", "compare"])
def test_file_that_is_not_there(secondhand: Secondhand, command: str) -> None:
    done = secondhand(command, "away.jsonl")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "away.jsonl" in done.stderr


def test_library_knows_no_prefect() -> None:
    code = "import sys, audit.cli, audit.pipeline, flows; sys.exit('prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.flow
def test_schedule_without_a_server(secondhand: Secondhand, tmp_path: Path) -> None:
    done = secondhand("schedule", tmp_path, "--cron", "0 6 * * *")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "no Prefect server is named in PREFECT_API_URL: start one (`prefect server start`)" in done.stderr


@pytest.mark.flow
def test_schedule_with_a_server_that_is_away(secondhand: Secondhand, tmp_path: Path) -> None:
    done = secondhand("schedule", tmp_path, env={"PREFECT_API_URL": "http://127.0.0.1:9/api"})
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "the Prefect server at http://127.0.0.1:9/api does not answer" in done.stderr


@pytest.mark.flow
def test_run_with_a_server_that_is_away(secondhand: Secondhand, tmp_path: Path) -> None:
    done = secondhand("run", tmp_path, env={"PREFECT_API_URL": "http://127.0.0.1:9/api"})
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "does not answer: start it, unset PREFECT_API_URL, or run the same steps without Prefect" in done.stderr
    assert not (tmp_path / "warehouse.duckdb").exists()


def test_half_a_character_comes_out_as_it_came_in(secondhand: Secondhand) -> None:
    line = '{"id": "\\ud800", "text": "“\\ud801 A gate,” he said."}'
    done = secondhand("extract", stdin=line, env={})
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["id"] == "\ud800"


@pytest.mark.parametrize(
    "command",
    [
        ("rests-on", "\udcff"),
        ("explain", "independence", "\udcff"),
        ("findings", "--article", "\udcff"),
        ("forget", "\udcff", "-y"),
        ("reply-request", "\udcff", "--deadline", "2031-01-01"),
        ("sql", "select '\udcff' from nothing"),
        ("findings", "--kind", ""),
        ("findings", "--limit", "9" * 20),
        ("check", "--at-most", "9" * 20),
        ("check", "--limit", "circular=" + "9" * 20),
        ("check", "--limit", "circular=²"),
    ],
    ids=lambda told: ascii(" ".join(told)),
)
def test_odd_arguments_are_told_in_words(
    secondhand: Secondhand, demo_warehouse: Path, command: tuple[str, ...]
) -> None:
    done = secondhand(*command, "--warehouse", demo_warehouse)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_an_answer_that_is_no_text_is_told(secondhand: Secondhand, demo_warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "answer").write_bytes(b"\xff\xfe\x00")
    found = secondhand("findings", "--json", "--warehouse", demo_warehouse).stdout.splitlines()
    finding = json.loads(found[0])["finding_id"]
    done = secondhand("reply", finding, "answered", "--words", "answer", "--warehouse", demo_warehouse)
    assert (done.returncode, "answer cannot be read" in done.stderr) == (2, True)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "subject_id\nx\n"])
def test_a_table_that_is_no_sample_is_told(secondhand: Secondhand, tmp_path: Path, text: str) -> None:
    (tmp_path / "coded.csv").write_text(text)
    done = secondhand("sample", "--coded", "coded.csv")
    assert (done.returncode, done.stdout, "is no sample" in done.stderr) == (2, "", True)


def test_half_a_character_is_written_to_a_page(secondhand: Secondhand, tmp_path: Path) -> None:
    line = '{"id": "\\ud800", "claim": "The fire killed 5 \\ud801.", "sources": [{"id": "a", "text": "\\ud802 It killed 4."}]}'
    assert secondhand("verify", "--html", "page.html", stdin=line).returncode == 0
    assert (tmp_path / "page.html").stat().st_size


@pytest.mark.parametrize(
    "command",
    [
        ("note", "CLAIM", "--warehouse", "w.duckdb", "-o", "w.duckdb"),
        ("note", "CLAIM", "--warehouse", "w.duckdb", "-o", "note.pdf"),
        ("export", "--sqlite", "--warehouse", "w.duckdb", "-o", "w.duckdb"),
        ("export", "--prov", "--warehouse", "w.duckdb", "-o", "w.duckdb"),
        ("export", "--sqlite", "--warehouse", "w.duckdb", "-o", "/proc/x"),
        ("export", "--sqlite", "--warehouse", "w.duckdb", "-o", "folder"),
        ("verify", "lines.jsonl", "--html", "lines.jsonl"),
        ("cite", "page.md", "--html", "page.md"),
        ("cite", "page.md", "--want", "w.duckdb"),
        ("check-draft", "page.md", "--against", "w.duckdb", "--html", "page.md"),
    ],
    ids=" ".join,
)
def test_what_is_read_is_never_written_over(
    secondhand: Secondhand, demo_warehouse: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    told = secondhand("claims", "--json", "--warehouse", demo_warehouse).stdout.splitlines()
    claim = json.loads(told[0])["claim_id"]
    (tmp_path / "folder").mkdir()
    (tmp_path / "w.duckdb").write_bytes(demo_warehouse.read_bytes())
    (tmp_path / "page.md").write_text("The flood sank 40 boats.[^1]\n\n[^1]: https://quay.example/one\n")
    (tmp_path / "lines.jsonl").write_text('{"id": 1, "claim": "A gate.", "sources": []}\n')
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    done = secondhand(*(claim if word == "CLAIM" else word for word in command))
    assert (done.returncode, done.stdout) == (2, "")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("command", ["extract", "compare", "verify"])
@pytest.mark.parametrize("line", ["[]", "null", "5", '"x"'])
def test_a_line_that_is_no_object_is_said_to_be_none(secondhand: Secondhand, command: str, line: str) -> None:
    assert "line 1 is not what is expected: a line is one JSON object" in secondhand(command, stdin=line).stderr


def test_json_that_is_nested_too_deeply(secondhand: Secondhand, tmp_path: Path) -> None:
    (tmp_path / "deep.jsonl").write_text("[" * 100_000)
    done = secondhand("extract", tmp_path / "deep.jsonl")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_report_on_a_file(secondhand: Secondhand, demo_warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "held").write_text("")
    done = secondhand("report", "--warehouse", demo_warehouse, "-o", tmp_path / "held")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


DEMO_MEASURES = ["figure_fidelity", "chain_depth", "independence", "quote_fidelity", "figures_sourced"]


@pytest.mark.parametrize("measure", DEMO_MEASURES)
def test_explain_shows_every_row_that_counts(secondhand: Secondhand, demo_warehouse: Path, measure: str) -> None:
    query = (
        f"select subject_id, numerator from measures where measure = '{measure}' and numerator > 0 order by 1 limit 1"
    )
    (line,) = secondhand("sql", query, "--warehouse", demo_warehouse, "--json").stdout.splitlines()
    row = json.loads(line)
    done = secondhand("explain", measure, row["subject_id"], "--warehouse", demo_warehouse, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert sum(one["amount"] for one in told["rows"] if one["counted"]) == row["numerator"] == told["numerator"]
    assert all(told[key] for key in ("k", "n", "left_out", "limits"))
    assert f"{measure}_evidence" in told["sql"]
    assert (
        secondhand("explain", measure, row["subject_id"], "--warehouse", demo_warehouse).stdout.count("counted: ") >= 1
    )


@pytest.mark.parametrize("asked", [("beauty", "all"), ("figure_fidelity", "nobody")])
def test_explain_names_what_it_knows(secondhand: Secondhand, demo_warehouse: Path, asked: tuple[str, str]) -> None:
    done = secondhand("explain", *asked, "--warehouse", demo_warehouse)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_stories_of_the_demo(secondhand: Secondhand, demo_warehouse: Path) -> None:
    listed = [
        json.loads(line) for line in secondhand("stories", "--warehouse", demo_warehouse, "--json").stdout.splitlines()
    ]
    assert [story["articles"] for story in listed] == [12]


def test_check_passes_and_fails_by_its_threshold(secondhand: Secondhand, demo_warehouse: Path) -> None:
    of_demo = "check", "--at-most", "1", "--warehouse", demo_warehouse  # its one altered quote weighs most
    assert secondhand(*of_demo, "--limit", "circular=1").returncode == 0
    done = secondhand(*of_demo, "--limit", "circular=0", "--json")
    assert done.returncode == 1
    assert {json.loads(line)["kind"] for line in done.stdout.splitlines()} == {"circular"}
    assert secondhand("check", "--limit", "beauty=0", "--warehouse", demo_warehouse).returncode == 2


def _downstream(secondhand: Secondhand, warehouse: Path, name: str) -> set[tuple[str, int]]:
    done = secondhand("rests-on", name, "--warehouse", warehouse, "--json")
    assert done.returncode == 0
    rows = map(json.loads, done.stdout.splitlines())
    return {(row["publisher"], row["steps"]) for row in rows}


def test_what_rests_on_an_article(secondhand: Secondhand, demo_warehouse: Path) -> None:
    found = _downstream(secondhand, demo_warehouse, "northline-2026-03-04.txt")
    assert ("The Delta Express", 1) in found
    assert max(steps for _, steps in found) >= 2  # what took it from the Express


def test_what_rests_on_a_source_that_is_not_held(secondhand: Secondhand, demo_warehouse: Path) -> None:
    found = {publisher for publisher, _ in _downstream(secondhand, demo_warehouse, "Sandholm Chronicle")}
    assert found >= {"Harbour Courier", "The Orrin Tribune"}


def test_what_carries_a_claim(secondhand: Secondhand, demo_warehouse: Path) -> None:
    query = "select claim_id, articles from claims_told where articles > 2 order by articles desc, claim_id limit 1"
    row = json.loads(secondhand("sql", query, "--warehouse", demo_warehouse, "--json").stdout)
    assert (
        len({publisher for publisher, _ in _downstream(secondhand, demo_warehouse, row["claim_id"])}) == row["articles"]
    )


def test_nothing_rests_on_a_stranger(secondhand: Secondhand, demo_warehouse: Path) -> None:
    done = secondhand("rests-on", "The Nowhere Post", "--warehouse", demo_warehouse)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_version(secondhand: Secondhand) -> None:
    done = secondhand("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, "secondhand")


def test_findings_of_a_kind_an_article_a_story(secondhand: Secondhand, demo_warehouse: Path) -> None:
    def listed(*arguments: object) -> list[dict[str, str]]:
        done = secondhand("findings", "--warehouse", demo_warehouse, "--json", *arguments)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    whole = listed()
    assert {row["kind"] for row in listed("--kind", "single_origin")} == {"single_origin"}
    assert len(listed("--limit", 3)) == 3
    (story,) = secondhand("sql", "select story_id from stories limit 1", "--warehouse", demo_warehouse).stdout.split()[
        1:
    ]
    assert listed("--story", story) == whole
    article = secondhand(
        "sql", "select article_id from evidence order by 1 limit 1", "--warehouse", demo_warehouse
    ).stdout.split()[1]
    assert 0 < len(listed("--article", article)) < len(whole)
    assert {row["review"] for row in whole} == {"machine"}


def test_a_kind_that_is_none(secondhand: Secondhand, demo_warehouse: Path) -> None:
    done = secondhand("findings", "--kind", "lies", "--warehouse", demo_warehouse)
    assert (done.returncode, done.stdout) == (2, "")
    assert "lies is no kind of finding: one of: " in done.stderr


@pytest.mark.flow
def test_messages_say_what_next(secondhand: Secondhand, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("No JSON at all.")
    told = secondhand("run", "https://example.org/a").stderr
    assert "https://example.org/a is an address: save the page and name the file, or list it" in told
    assert "`secondhand run` reads texts and pages" in secondhand("extract", "a.txt").stderr
    assert "it has no field 'text'" in secondhand("extract", stdin='{"id": "1"}\n').stderr


def test_a_report_says_where_a_page_lies(secondhand: Secondhand, demo_warehouse: Path, tmp_path: Path) -> None:
    claim = secondhand(
        "sql",
        "select claim_id from claim_mentions group by claim_id order by count(distinct article_id) desc, claim_id limit 1",
        "--warehouse",
        demo_warehouse,
    ).stdout.split()[1]
    done = secondhand("report", "--warehouse", demo_warehouse, "-o", tmp_path / "r", "--claim", claim)
    assert Path(done.stdout.strip()).is_file(), done.stderr
    done = secondhand("report", "--warehouse", demo_warehouse, "--report", tmp_path / "r", "--claim", "nothing")
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("option", ["--story", "--article"])
def test_findings_of_what_is_not_there(secondhand: Secondhand, demo_warehouse: Path, option: str) -> None:
    done = secondhand("findings", option, "nosuch", "--warehouse", demo_warehouse)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nosuch is no" in done.stderr


def test_a_reply_to_what_nobody_found(secondhand: Secondhand, demo_warehouse: Path, tmp_path: Path) -> None:
    folders = ("--warehouse", demo_warehouse, "--reviews", tmp_path)
    done = secondhand("reply", "nosuch", "asked", *folders)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    known = json.loads(secondhand("findings", "--json", "--warehouse", demo_warehouse).stdout.splitlines()[0])
    assert secondhand("reply", known["finding_id"], "asked", *folders).returncode == 0
    assert list(tmp_path.glob("*.jsonl"))


def test_a_sample_of_nothing_has_no_head(secondhand: Secondhand, demo_warehouse: Path) -> None:
    done = secondhand("sample", "--kind", "bogus", "--warehouse", demo_warehouse)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_folder_without_articles_is_told(secondhand: Secondhand, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    done = secondhand("run", tmp_path / "raw", "--direct", "--no-report", "--warehouse", tmp_path / "w.duckdb")
    assert done.returncode == 0
    assert "no article was found: name files" in done.stderr
