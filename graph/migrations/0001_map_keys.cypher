// Every kind of the map has one key; MERGE of the loader relies on these.
CREATE CONSTRAINT migration_id IF NOT EXISTS FOR (n:Migration) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT setting_name IF NOT EXISTS FOR (n:Setting) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT patient_key IF NOT EXISTS FOR (n:Patient) REQUIRE n.psn_no IS UNIQUE;
CREATE CONSTRAINT doctor_key IF NOT EXISTS FOR (n:Doctor) REQUIRE n.prac_psn_code IS UNIQUE;
CREATE CONSTRAINT institution_key IF NOT EXISTS FOR (n:Institution) REQUIRE n.fixmedins_code IS UNIQUE;
CREATE CONSTRAINT settlement_key IF NOT EXISTS FOR (n:Settlement) REQUIRE n.setl_id IS UNIQUE;
CREATE CONSTRAINT phone_key IF NOT EXISTS FOR (n:Phone) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT address_key IF NOT EXISTS FOR (n:Address) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT employer_key IF NOT EXISTS FOR (n:Employer) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT bed_key IF NOT EXISTS FOR (n:Bed) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT terminal_key IF NOT EXISTS FOR (n:Terminal) REQUIRE n.key IS UNIQUE;
