ALTER TABLE query.generation DROP CONSTRAINT generation_state_check;
ALTER TABLE query.generation ADD CONSTRAINT generation_state_check
    CHECK (state IN ('REQUESTED', 'BUILDING', 'PAUSED', 'LIVE', 'RETIRED', 'DROPPED'));
ALTER TABLE query.generation ADD COLUMN swaps_itself boolean NOT NULL DEFAULT true;

COMMENT ON COLUMN query.generation.swaps_itself IS 'False for a build that waits for an operator once it has caught up.';

DROP INDEX query.generation_one_building;
CREATE UNIQUE INDEX generation_one_building ON query.generation (projection)
    WHERE state IN ('REQUESTED', 'BUILDING', 'PAUSED');

CREATE TABLE query.generation_step (
    projection text        NOT NULL,
    generation int         NOT NULL,
    step       text        NOT NULL CHECK (step IN ('REQUESTED', 'PAUSED', 'RESUMED', 'CANCELLED', 'SWAP_ASKED')),
    asked_by   text        NOT NULL,
    asked_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT generation_step_generation FOREIGN KEY (projection, generation) REFERENCES query.generation
);

CREATE INDEX generation_step_generation ON query.generation_step (projection, generation, asked_at);

COMMENT ON TABLE query.generation_step IS 'Who asked for what to happen to a build, in order; kept after the generation is gone.';
