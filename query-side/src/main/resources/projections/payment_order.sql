CREATE TABLE payment_order (
    id             text    NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint  NOT NULL,
    position       bigint  NOT NULL,
    document       text    NOT NULL,
    state          text    NOT NULL,
    contract_id    text    NOT NULL,
    has_excess     boolean NOT NULL,
    first_position bigint  NOT NULL
);
