CREATE CONSTRAINT restoration_batch_id IF NOT EXISTS FOR (n:RestorationBatch) REQUIRE n.batch_id IS UNIQUE;
