-- What is held back of each lane's present key for a substitute, wrapped under the storage key. Row keys are random numbers.

CREATE TABLE held (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  lane INTEGER NOT NULL,
  block BLOB NOT NULL CHECK (length(block) >= 30),
  UNIQUE (case_id, lane)
) STRICT;

-- The cases whose release day is over are found without looking at the others.
CREATE INDEX cases_by_release ON cases (release);
