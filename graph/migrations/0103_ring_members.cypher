CREATE CONSTRAINT member_mark IF NOT EXISTS FOR (n:MemberMark) REQUIRE n.key IS UNIQUE;
CREATE INDEX member_mark_ring IF NOT EXISTS FOR (n:MemberMark) ON (n.ring_id);
