CREATE TABLE payout (
    id             text   NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint NOT NULL,
    position       bigint NOT NULL,
    document       text   NOT NULL,
    state          text   NOT NULL,
    account_id     text,
    first_position bigint NOT NULL
);
