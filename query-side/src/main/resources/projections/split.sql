CREATE TABLE split (
    id             text   NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint NOT NULL,
    position       bigint NOT NULL,
    document       text   NOT NULL,
    state          text   NOT NULL,
    contract       text   NOT NULL,
    order_id       text   NOT NULL,
    merchant       text   NOT NULL,
    first_position bigint NOT NULL
);
