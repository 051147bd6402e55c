CREATE TABLE payout_switch (
    id       text   NOT NULL PRIMARY KEY,
    tenant   text,
    version  bigint NOT NULL,
    position bigint NOT NULL,
    document text   NOT NULL
);
