-- Documents on their way from one system to another, protected; they live for seconds, or until the system that waits for them is back.
CREATE TABLE documents (
    name    TEXT PRIMARY KEY,
    content BLOB NOT NULL,
    kept_at INTEGER NOT NULL
) STRICT;
