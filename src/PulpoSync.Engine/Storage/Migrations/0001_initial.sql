-- Moments are integers: milliseconds since 1970-01-01 UTC. Words of enumerations are kept as the program spells them.
-- No personal data: keys, numbers, keyed hashes, reason codes.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT, here and below: an id is never given twice, because protected secrets, ledger rows and log lines name it for good.
CREATE TABLE credentials (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL UNIQUE, -- the name, upper case: SQLite itself folds ASCII letters only
    system     TEXT NOT NULL,
    address    TEXT NOT NULL,
    fields     TEXT NOT NULL,        -- JSON object
    account    TEXT,
    is_sandbox INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX credentials_by_account ON credentials (account);

-- Either a protected value, or a reference to where the secret is kept.
CREATE TABLE secrets (
    credential_id INTEGER NOT NULL REFERENCES credentials (id) ON DELETE CASCADE,
    field         TEXT NOT NULL,
    value         BLOB,
    kind          TEXT,
    reference     TEXT,
    vault         TEXT,
    PRIMARY KEY (credential_id, field),
    CHECK ((value IS NULL) <> (reference IS NULL)),
    CHECK ((kind IS NULL) = (reference IS NULL))
) STRICT, WITHOUT ROWID;

-- A deleted integration keeps its row, without credentials and settings: the ledger and the log still name it.
CREATE TABLE integrations (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    name            TEXT NOT NULL,
    name_key        TEXT NOT NULL,
    type            TEXT NOT NULL,
    source_id       INTEGER REFERENCES credentials (id),
    destination_id  INTEGER REFERENCES credentials (id),
    settings        TEXT NOT NULL,   -- JSON object
    every           INTEGER,
    daily           TEXT,            -- JSON object
    time_zone       TEXT NOT NULL,
    enabled         INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    cursor          TEXT,
    last_started_at INTEGER,
    next_due_at     INTEGER,
    deleted_at      INTEGER,
    CHECK (deleted_at IS NOT NULL OR (source_id IS NOT NULL AND destination_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX integrations_by_name ON integrations (name_key) WHERE deleted_at IS NULL;
CREATE INDEX integrations_by_source ON integrations (source_id);
CREATE INDEX integrations_by_destination ON integrations (destination_id);
CREATE INDEX integrations_due ON integrations (next_due_at) WHERE enabled = 1 AND deleted_at IS NULL;

CREATE TABLE routes (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    type                TEXT NOT NULL,
    source_account      TEXT NOT NULL,
    destination_account TEXT NOT NULL,
    UNIQUE (type, source_account, destination_account)
) STRICT;

-- The row stays when a lease is given back, so that the fence keeps growing.
CREATE TABLE leases (
    route_id INTEGER PRIMARY KEY REFERENCES routes (id),
    fence    INTEGER NOT NULL,
    holder   TEXT,                   -- for people; NULL: free
    process  TEXT,                   -- which process, so that a dead one is recognised
    until    INTEGER NOT NULL
) STRICT;

CREATE TABLE runs (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    integration_id INTEGER NOT NULL REFERENCES integrations (id),
    route_id       INTEGER NOT NULL REFERENCES routes (id),
    status         TEXT NOT NULL,
    trigger        TEXT NOT NULL,
    started_at     INTEGER NOT NULL,
    ended_at       INTEGER,
    counts         TEXT NOT NULL,    -- JSON object
    failure        TEXT              -- JSON object
) STRICT;
CREATE INDEX runs_by_integration ON runs (integration_id);
CREATE INDEX runs_running ON runs (route_id) WHERE status = 'Running';
CREATE INDEX runs_by_start ON runs (started_at);

-- A table with rowids: with this many indexes a long textual primary key in each of them would cost more than it saves.
CREATE TABLE ledger (
    id                  INTEGER PRIMARY KEY,
    route_id            INTEGER NOT NULL REFERENCES routes (id),
    source_key          TEXT NOT NULL,
    part                TEXT NOT NULL,
    state               TEXT NOT NULL,
    number              TEXT NOT NULL,
    ordinal             INTEGER NOT NULL,
    owner_id            INTEGER NOT NULL REFERENCES integrations (id),
    operation           TEXT,
    hash                TEXT,
    tried_hash          TEXT,
    destination_id      TEXT,
    held                TEXT,
    locked              INTEGER NOT NULL,
    reason              TEXT,
    message             TEXT,
    fingerprint         TEXT NOT NULL, -- '' where none
    attempts            INTEGER NOT NULL,
    next_try_at         INTEGER,
    acknowledgement_due INTEGER NOT NULL,
    first_seen_at       INTEGER NOT NULL,
    changed_at          INTEGER NOT NULL,
    bare_number         TEXT NOT NULL, -- the number without split, prefix and suffix
    bare_key            TEXT NOT NULL, -- the last segment of the source key
    UNIQUE (route_id, source_key, part)
) STRICT;
CREATE INDEX ledger_pending ON ledger (route_id, changed_at) WHERE state = 'Pending';
CREATE INDEX ledger_parked ON ledger (owner_id, route_id, ifnull(next_try_at, 0), source_key) WHERE state = 'Parked';
CREATE INDEX ledger_waiting ON ledger (owner_id, route_id, source_key) WHERE state = 'Waiting';
CREATE INDEX ledger_skipped ON ledger (owner_id, route_id, fingerprint, first_seen_at, source_key) WHERE state = 'Skipped';
CREATE INDEX ledger_by_owner ON ledger (owner_id, changed_at);
CREATE INDEX ledger_by_change ON ledger (changed_at);
CREATE INDEX ledger_by_number ON ledger (bare_number);
CREATE INDEX ledger_by_key ON ledger (bare_key);

-- Lines of the log, and outcomes of records (outcome IS NOT NULL) among them.
CREATE TABLE log (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    at             INTEGER NOT NULL,
    level          INTEGER NOT NULL, -- 0 information, 1 warning, 2 error
    integration_id INTEGER REFERENCES integrations (id),
    run_id         INTEGER REFERENCES runs (id) ON DELETE CASCADE,
    code           TEXT NOT NULL,
    message        TEXT NOT NULL,
    outcome        TEXT,
    source_key     TEXT,
    number         TEXT,
    bare_number    TEXT,
    bare_key       TEXT
) STRICT;
CREATE INDEX log_by_time ON log (at);
CREATE INDEX log_lines ON log (at) WHERE outcome IS NULL;
CREATE INDEX log_by_run ON log (run_id);
CREATE INDEX log_by_integration ON log (integration_id, at);
CREATE INDEX log_by_number ON log (bare_number) WHERE bare_number IS NOT NULL;
CREATE INDEX log_by_key ON log (bare_key) WHERE bare_key IS NOT NULL;
CREATE INDEX log_heavy ON log (at) WHERE level > 0;

-- A token and the state of its login; secret_mark is a keyed hash.
CREATE TABLE tokens (
    key           TEXT NOT NULL,
    secret_mark   TEXT NOT NULL,
    value         BLOB,
    expires_at    INTEGER,
    login_id      TEXT,
    login_process TEXT,
    login_until   INTEGER,
    last_login_at INTEGER,
    refusals      INTEGER NOT NULL DEFAULT 0,
    paused_until  INTEGER,
    PRIMARY KEY (key, secret_mark)
) STRICT, WITHOUT ROWID;

CREATE TABLE limits (
    key       TEXT PRIMARY KEY,
    available REAL NOT NULL,
    at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE slots (
    key        TEXT NOT NULL,
    holder     TEXT NOT NULL,
    process    TEXT NOT NULL,        -- which process, so that a dead one is recognised
    entered_at INTEGER NOT NULL,
    until      INTEGER NOT NULL,
    PRIMARY KEY (key, holder)
) STRICT, WITHOUT ROWID;
