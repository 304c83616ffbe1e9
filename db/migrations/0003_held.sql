-- What is held back of each lane's present key for a substitute, wrapped under the storage key. In the order of cases.

CREATE TABLE held (
  id INTEGER PRIMARY KEY CHECK (id = case_id * 4 + lane),
  case_id INTEGER NOT NULL,
  lane INTEGER NOT NULL CHECK (lane BETWEEN 1 AND 3),
  block BLOB NOT NULL CHECK (length(block) >= 30)
) STRICT;

CREATE TRIGGER held_goes_with_its_case AFTER DELETE ON cases
BEGIN
  DELETE FROM held WHERE id BETWEEN OLD.id * 4 AND OLD.id * 4 + 3;
END;

-- The cases whose release day is over are found without looking at the others.
CREATE INDEX cases_by_release ON cases (release);
