-- The keys of the reporter's side besides the reporter's own: each reads one case, and one question finds it by any of them.
CREATE TABLE further_keys (
  key BLOB PRIMARY KEY CHECK (length(key) = 32),
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX further_keys_by_case ON further_keys (case_id);

-- No key reads two cases, in whichever of the two tables it stands.
CREATE TRIGGER further_keys_are_no_reporters BEFORE INSERT ON further_keys
WHEN EXISTS (SELECT 1 FROM cases WHERE reporter_key = NEW.key)
BEGIN
  SELECT RAISE(ABORT, 'case.taken');
END;

CREATE TRIGGER new_reporters_are_no_further_keys BEFORE INSERT ON cases
WHEN EXISTS (SELECT 1 FROM further_keys WHERE key = NEW.reporter_key)
BEGIN
  SELECT RAISE(ABORT, 'case.taken');
END;

CREATE TRIGGER replaced_reporters_are_no_further_keys BEFORE UPDATE OF reporter_key ON cases
WHEN NEW.reporter_key <> OLD.reporter_key AND EXISTS (SELECT 1 FROM further_keys WHERE key = NEW.reporter_key)
BEGIN
  SELECT RAISE(ABORT, 'case.taken');
END;
