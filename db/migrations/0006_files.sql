-- Sealed files. One that belongs to no case yet is known by the hash of the secret under which its parts are sent, and
-- goes a few days after it was begun; one that does has neither secret nor day any more. Row keys are random.
CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  token_hash BLOB UNIQUE CHECK (length(token_hash) = 32),
  owner BLOB NOT NULL CHECK (length(owner) = 32),
  chunks INTEGER NOT NULL,
  day INTEGER NOT NULL
) STRICT;

CREATE INDEX files_without_case ON files (owner) WHERE token_hash IS NOT NULL;

-- What lies under the name `blob` in the folder or bucket of the installation.
CREATE TABLE parts (
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  blob BLOB NOT NULL CHECK (length(blob) = 16),
  PRIMARY KEY (file_id, part)
) STRICT, WITHOUT ROWID;

-- The files of a case, as signed headers name them.
CREATE TABLE case_files (
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  lane INTEGER NOT NULL,
  file_id INTEGER NOT NULL UNIQUE REFERENCES files (id),
  PRIMARY KEY (case_id, hash)
) STRICT, WITHOUT ROWID;

-- Blobs that no part names: not yet, or (day 0) no longer. Each is written here before it is written there, so that the
-- scheduler can delete whatever was left over, without asking what lies there.
CREATE TABLE loose_blobs (
  blob BLOB PRIMARY KEY CHECK (length(blob) = 16),
  day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER parts_come_to_uploads BEFORE INSERT ON parts
WHEN NOT EXISTS (SELECT 1 FROM files WHERE id = NEW.file_id AND token_hash IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'upload.not_found');
END;

CREATE TRIGGER parts_stay_as_they_are BEFORE UPDATE ON parts
BEGIN
  SELECT RAISE(ABORT, 'part.append_only');
END;

-- A case takes what is there and no case has yet; with its file the secret goes and the day.
CREATE TRIGGER case_files_are_there BEFORE INSERT ON case_files
WHEN NOT EXISTS (SELECT 1 FROM files WHERE id = NEW.file_id AND token_hash IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'file.missing');
END;

CREATE TRIGGER case_files_close_the_upload AFTER INSERT ON case_files
BEGIN
  UPDATE files SET token_hash = NULL, day = 0 WHERE id = NEW.file_id;
END;

-- However a file goes, its blobs are deleted after its rows.
CREATE TRIGGER case_files_take_their_file AFTER DELETE ON case_files
BEGIN
  DELETE FROM files WHERE id = OLD.file_id;
END;

CREATE TRIGGER parts_leave_their_blobs AFTER DELETE ON parts
BEGIN
  INSERT INTO loose_blobs (blob, day) VALUES (OLD.blob, 0);
END;
