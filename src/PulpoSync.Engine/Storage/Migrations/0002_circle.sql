-- When a source was last read from its cursor to the end, and how far the changes at a destination were looked at.
ALTER TABLE integrations ADD COLUMN read_at INTEGER;
ALTER TABLE integrations ADD COLUMN watch_cursor TEXT;

-- Pieces that a source's records ask for and the destination does not know of: orders that are parked, waiting or left out.
CREATE TABLE outstanding (
    route_id   INTEGER NOT NULL REFERENCES routes (id),
    source_key TEXT NOT NULL,
    warehouse  TEXT NOT NULL,
    sku        TEXT NOT NULL,
    has_left   INTEGER NOT NULL,  -- 1: gone already (sold at a counter)
    pieces     INTEGER NOT NULL,
    PRIMARY KEY (route_id, source_key, warehouse, sku, has_left)
) STRICT, WITHOUT ROWID;

-- What our integrations put onto the records of an account (tags), so that others do not take it for an edit.
CREATE TABLE marks (
    account TEXT NOT NULL,
    text    TEXT NOT NULL,
    PRIMARY KEY (account, text)
) STRICT, WITHOUT ROWID;
