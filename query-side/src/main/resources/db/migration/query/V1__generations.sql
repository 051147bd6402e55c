CREATE TABLE query.generation (
    projection      text        NOT NULL,
    generation      int         NOT NULL CHECK (generation > 0),
    state           text        NOT NULL CHECK (state IN ('REQUESTED', 'BUILDING', 'LIVE', 'RETIRED', 'DROPPED')),
    digest          text        NOT NULL,
    position        bigint      NOT NULL DEFAULT 0 CHECK (position >= 0),
    events_per_s    bigint      NOT NULL DEFAULT 0,
    requested_by    text        NOT NULL,
    requested_at    timestamptz NOT NULL DEFAULT now(),
    started_at      timestamptz,
    live_at         timestamptz,
    retired_at      timestamptz,
    failed_position bigint,
    failed_event    text,
    failed_reason   text,
    failed_since    timestamptz,
    failures        int         NOT NULL DEFAULT 0,
    CONSTRAINT generation_pkey PRIMARY KEY (projection, generation)
);

CREATE UNIQUE INDEX generation_one_live ON query.generation (projection) WHERE state = 'LIVE';
CREATE UNIQUE INDEX generation_one_building ON query.generation (projection) WHERE state IN ('REQUESTED', 'BUILDING');

COMMENT ON TABLE query.generation IS 'Every generation of every projection; one is live, at most one is being built beside it.';
COMMENT ON COLUMN query.generation.digest IS 'Of the SQL that made the tables: a live generation of other tables is rebuilt by itself.';
COMMENT ON COLUMN query.generation.position IS 'The last event applied; changed only in the transaction that writes the rows.';
COMMENT ON COLUMN query.generation.failed_position IS 'Where the generation stands still, until the event can be taken.';

CREATE TABLE query.dead_letter (
    projection      text        NOT NULL,
    generation      int         NOT NULL,
    aggregate_id    text        NOT NULL,
    position        bigint      NOT NULL,
    event_name      text        NOT NULL,
    reason          text        NOT NULL,
    parked_at       timestamptz NOT NULL DEFAULT now(),
    retry_requested boolean     NOT NULL DEFAULT false,
    CONSTRAINT dead_letter_pkey PRIMARY KEY (projection, generation, position),
    CONSTRAINT dead_letter_generation FOREIGN KEY (projection, generation) REFERENCES query.generation
);

CREATE INDEX dead_letter_aggregate ON query.dead_letter (projection, generation, aggregate_id, position);

COMMENT ON TABLE query.dead_letter IS 'Events that a projection could not take, and those of the same aggregate that wait behind them.';

CREATE TABLE query.alarm (
    equation       text        NOT NULL,
    first_position bigint      NOT NULL,
    event_name     text        NOT NULL,
    detail         text        NOT NULL,
    raised_at      timestamptz NOT NULL DEFAULT now(),
    reported_at    timestamptz,
    CONSTRAINT alarm_pkey PRIMARY KEY (equation, first_position)
);

COMMENT ON TABLE query.alarm IS 'Equations that did not hold, once per first event; outlives every generation.';
COMMENT ON COLUMN query.alarm.reported_at IS 'When the command side was told, for the equations that stop payouts.';
