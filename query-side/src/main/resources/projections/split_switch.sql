CREATE TABLE split_switch (
    id       text    NOT NULL PRIMARY KEY,
    tenant   text,
    version  bigint  NOT NULL,
    position bigint  NOT NULL,
    document text    NOT NULL,
    stopped  boolean NOT NULL,
    first_position bigint NOT NULL
);

CREATE INDEX split_switch_stopped ON split_switch (first_position) WHERE stopped;

COMMENT ON COLUMN split_switch.first_position IS 'Of the last stop.';
