CREATE CONSTRAINT inspection_no IF NOT EXISTS FOR (i:Inspection) REQUIRE i.inspection_no IS UNIQUE;
CREATE CONSTRAINT interview_key IF NOT EXISTS FOR (i:Interview) REQUIRE i.key IS UNIQUE;
