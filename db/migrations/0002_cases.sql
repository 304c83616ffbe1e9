-- Row keys of cases are random 40-bit numbers: neither keys nor places in the file tell an order. Entries lie in the order
-- of cases: what a report brings is written to one place, a case is read from one, and neither takes an index.

CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  address BLOB NOT NULL UNIQUE CHECK (length(address) = 32),
  reporter_key BLOB NOT NULL UNIQUE CHECK (length(reporter_key) = 32),
  revision INTEGER NOT NULL,
  received INTEGER NOT NULL,
  last INTEGER NOT NULL,
  remind INTEGER NOT NULL,
  release INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  head BLOB NOT NULL CHECK (length(head) = 32),
  summary BLOB NOT NULL CHECK (length(summary) = 644),
  service_share BLOB NOT NULL CHECK (length(service_share) = 60)
) STRICT;

CREATE TABLE entries (
  id INTEGER PRIMARY KEY CHECK (id = case_id * 8192 + revision),
  case_id INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 8191),
  lane INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  header BLOB NOT NULL,
  ciphertext BLOB NOT NULL,
  seals BLOB NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  statement INTEGER NOT NULL REFERENCES statements (sequence),
  day INTEGER NOT NULL,
  receipt BLOB NOT NULL CHECK (length(receipt) = 64)
) STRICT;

CREATE INDEX entries_by_day ON entries (day);

-- Which officers read a case, and where in it the seal of the shared lane's present key for each of them stands. In the
-- order of cases, so that a report writes them in one place: an inbox walks over all cases by address as it is.
CREATE TABLE readers (
  member_id BLOB NOT NULL CHECK (length(member_id) = 16),
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  seal_revision INTEGER NOT NULL,
  seal_offset INTEGER NOT NULL,
  PRIMARY KEY (case_id, member_id)
) STRICT, WITHOUT ROWID;

-- The signed root over what was accepted on each day that is over. Public.
CREATE TABLE checkpoints (
  day INTEGER PRIMARY KEY,
  root BLOB NOT NULL CHECK (length(root) = 32),
  previous BLOB NOT NULL CHECK (length(previous) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

-- An entry was judged against one revision of its case. If another came first, or the case is gone, nothing of the batch
-- lands.
CREATE TRIGGER entries_follow_the_revision BEFORE INSERT ON entries
WHEN NEW.revision IS NOT (SELECT revision + 1 FROM cases WHERE id = NEW.case_id)
BEGIN
  SELECT RAISE(ABORT, 'case.head_moved');
END;

CREATE TRIGGER entries_count AFTER INSERT ON entries
BEGIN
  UPDATE cases SET revision = NEW.revision, last = NEW.day WHERE id = NEW.case_id;
END;

CREATE TRIGGER entries_go_with_their_case AFTER DELETE ON cases
BEGIN
  DELETE FROM entries WHERE id BETWEEN OLD.id * 8192 AND OLD.id * 8192 + 8191;
END;

-- And against one head of the directory.
CREATE TRIGGER entries_name_the_head BEFORE INSERT ON entries
WHEN NEW.statement <> (SELECT max(sequence) FROM statements)
BEGIN
  SELECT RAISE(ABORT, 'directory.head_moved');
END;

-- Nothing is added to a day whose checkpoint stands.
CREATE TRIGGER entries_miss_no_checkpoint BEFORE INSERT ON entries
WHEN NEW.day <= (SELECT max(day) FROM checkpoints)
BEGIN
  SELECT RAISE(ABORT, 'service.busy');
END;

-- What stands is never altered.
CREATE TRIGGER entries_stay_as_they_are BEFORE UPDATE ON entries
BEGIN
  SELECT RAISE(ABORT, 'entry.append_only');
END;
