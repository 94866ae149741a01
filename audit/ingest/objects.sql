-- What is kept of the input: files by capture, their bytes by hash, what lay where from which run on, and what was forgotten.
create table if not exists files (
    capture_id text primary key, sha256 text, sidecar text, name text, size integer, modified real, said text, unsaid text);
create table if not exists parts (sha256 text, part_no integer, data blob, primary key (sha256, part_no));
create table if not exists beginnings (sha256 text primary key, of_sha256 text, size integer);
create table if not exists looks (run_no integer primary key, run_id text, at text);
create table if not exists lay (run_no integer, path text, capture_id text);
create table if not exists told (path text, error text, run_id text);
create table if not exists forgotten (hash text primary key, at text);
