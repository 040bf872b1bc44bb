-- A run that somebody has asked to stop, in whatever process it works.
ALTER TABLE runs ADD COLUMN stop_wanted INTEGER NOT NULL DEFAULT 0;
