-- The mark that a key's last visit left (PROTOCOL 18): one cell for each key, written over, without a day of its own.
CREATE TABLE visits (
  key BLOB PRIMARY KEY CHECK (length(key) = 32),
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  cell BLOB NOT NULL CHECK (length(cell) = 47)
) STRICT, WITHOUT ROWID;

CREATE INDEX visits_by_case ON visits (case_id);

-- A key that opens nothing any more leaves no mark.
CREATE TRIGGER replaced_reporters_leave_no_mark AFTER UPDATE OF reporter_key ON cases
WHEN NEW.reporter_key <> OLD.reporter_key
BEGIN
  DELETE FROM visits WHERE key = OLD.reporter_key;
END;
