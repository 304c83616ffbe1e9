-- New keys for somebody of the office who lost all of theirs: they come by an invitation that names the member, and wait
-- under an id of their own, so that nothing signs in with them before a statement puts them in the place of the old ones.
ALTER TABLE invitations ADD COLUMN member_id BLOB CHECK (length(member_id) = 16);
