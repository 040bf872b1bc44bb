-- Since when every start of an integration came to no run: it waits for another one, or cannot begin. Null once it runs, or is set up anew.
ALTER TABLE integrations ADD COLUMN held_up_since INTEGER;
