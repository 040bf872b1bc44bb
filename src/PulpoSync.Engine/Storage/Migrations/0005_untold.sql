-- Rows whose source has still to be told: few, and asked for in each run.
CREATE INDEX ledger_untold ON ledger (owner_id, route_id, ifnull(next_try_at, 0), source_key) WHERE acknowledgement_due = 1;
