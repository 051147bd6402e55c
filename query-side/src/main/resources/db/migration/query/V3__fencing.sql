ALTER TABLE query.generation ADD COLUMN letters_taken bigint NOT NULL DEFAULT 0;

COMMENT ON COLUMN query.generation.letters_taken IS 'With the position it tells a feeder that nobody else has written: a retried dead letter writes rows and moves no position.';
