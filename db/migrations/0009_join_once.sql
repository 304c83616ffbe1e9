-- Join bytes wait once: nobody hands in a copy of what somebody else's statement is about.
CREATE UNIQUE INDEX joining_by_join_bytes ON joining (join_bytes);
