-- Day of the reporter's first shared entry that the office has not answered; 0 when the office spoke last.
ALTER TABLE cases ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;

-- Whom the reporter excluded in the first entry, so that no mail lets them guess at the case.
CREATE TABLE excluded (
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  member_id BLOB NOT NULL CHECK (length(member_id) = 16),
  PRIMARY KEY (case_id, member_id)
) STRICT, WITHOUT ROWID;

-- Where members of the office are written to, first and second, as they said themselves; to the first, if they wish, on
-- every working day and on none for a reason.
CREATE TABLE mail_addresses (
  member_id BLOB NOT NULL CHECK (length(member_id) = 16),
  place INTEGER NOT NULL CHECK (place IN (1, 2)),
  address TEXT NOT NULL,
  daily INTEGER NOT NULL CHECK (daily IN (0, 1)),
  PRIMARY KEY (member_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE absences (
  member_id BLOB NOT NULL CHECK (length(member_id) = 16),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  cover BLOB NOT NULL CHECK (length(cover) = 16 AND cover <> member_id),
  PRIMARY KEY (member_id, first_day)
) STRICT, WITHOUT ROWID;

-- Mails that have not left: at most one for each person, address and time of leaving. Of why they were put here, nothing.
CREATE TABLE outbox (
  member_id BLOB NOT NULL CHECK (length(member_id) = 16),
  place INTEGER NOT NULL CHECK (place IN (1, 2)),
  slot INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_try INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'refused', 'unreachable')),
  PRIMARY KEY (member_id, place, slot)
) STRICT, WITHOUT ROWID;

-- Through which day the scheduler has told what that day brought.
CREATE TABLE schedule (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  through INTEGER NOT NULL
) STRICT;

INSERT INTO schedule (id, through) VALUES (1, 0);
