// People's decisions: streams of events, and the projections that reads use.
CREATE CONSTRAINT stream_id IF NOT EXISTS FOR (n:Stream) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_place IF NOT EXISTS FOR (n:Event) REQUIRE (n.stream, n.seq) IS UNIQUE;
CREATE CONSTRAINT command_id IF NOT EXISTS FOR (n:CommandRecord) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT series_key IF NOT EXISTS FOR (n:Series) REQUIRE n.key IS UNIQUE;
CREATE INDEX event_at IF NOT EXISTS FOR (n:Event) ON (n.at);
CREATE INDEX event_actor IF NOT EXISTS FOR (n:Event) ON (n.actor);
CREATE INDEX event_type IF NOT EXISTS FOR (n:Event) ON (n.type);
