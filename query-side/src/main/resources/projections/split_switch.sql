CREATE TABLE split_switch (
    id       text    NOT NULL PRIMARY KEY,
    tenant   text,
    version  bigint  NOT NULL,
    position bigint  NOT NULL,
    document text    NOT NULL,
    stopped  boolean NOT NULL,
    first_position bigint NOT NULL
);

COMMENT ON COLUMN split_switch.first_position IS 'Of the last stop.';
