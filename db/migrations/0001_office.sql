-- The directory: append-only signed statements. Public.
CREATE TABLE statements (
  sequence INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  statement BLOB NOT NULL,
  signatures BLOB NOT NULL
) STRICT;

-- A statement must follow the present head: this is also what lets only one office be founded here.
CREATE TRIGGER statements_follow_the_head BEFORE INSERT ON statements
WHEN NEW.sequence <> (SELECT coalesce(max(sequence) + 1, 0) FROM statements)
BEGIN
  SELECT RAISE(ABORT, 'directory.head_moved');
END;

CREATE TRIGGER statements_stay BEFORE DELETE ON statements
BEGIN
  SELECT RAISE(ABORT, 'directory.append_only');
END;

CREATE TRIGGER statements_stay_as_they_are BEFORE UPDATE ON statements
BEGIN
  SELECT RAISE(ABORT, 'directory.append_only');
END;

-- Statements that wait for a second chief. Every append to the directory makes them stale and removes them.
CREATE TABLE proposals (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  statement BLOB NOT NULL,
  signatures BLOB NOT NULL,
  day INTEGER NOT NULL
) STRICT;

-- The newest mark of each signing key: who saw which head on which day. Public.
CREATE TABLE marks (
  signer BLOB PRIMARY KEY CHECK (length(signer) = 32),
  head BLOB NOT NULL REFERENCES statements (hash),
  day INTEGER NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TABLE invitations (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  role TEXT NOT NULL,
  expires INTEGER NOT NULL
) STRICT;

-- Who has joined by invitation and waits for the statement that admits them.
CREATE TABLE joining (
  member_id BLOB PRIMARY KEY CHECK (length(member_id) = 16),
  role TEXT NOT NULL,
  join_bytes BLOB NOT NULL,
  proof BLOB NOT NULL CHECK (length(proof) = 64),
  day INTEGER NOT NULL
) STRICT;

CREATE TABLE credentials (
  id BLOB PRIMARY KEY,
  member_id BLOB NOT NULL CHECK (length(member_id) = 16),
  label TEXT NOT NULL,
  public_key BLOB NOT NULL,
  sign_count INTEGER NOT NULL,
  wrapped_secret BLOB NOT NULL CHECK (length(wrapped_secret) = 72),
  created INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ready', 'waiting', 'suspect'))
) STRICT;

CREATE INDEX credentials_by_member ON credentials (member_id);

-- One recovery kit a person; its public key is what signs in.
CREATE TABLE kits (
  public_key BLOB PRIMARY KEY CHECK (length(public_key) = 32),
  member_id BLOB NOT NULL UNIQUE CHECK (length(member_id) = 16),
  wrapped_secret BLOB NOT NULL CHECK (length(wrapped_secret) = 72),
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  member_id BLOB NOT NULL CHECK (length(member_id) = 16),
  idle_until INTEGER NOT NULL,
  absolute_until INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_by_member ON sessions (member_id);

-- Challenges are stateless; only those that were used are kept, until they would have expired anyway.
CREATE TABLE used_challenges (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  expires INTEGER NOT NULL
) STRICT;
