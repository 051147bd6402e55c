CREATE TABLE approval (
    id             text   NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint NOT NULL,
    position       bigint NOT NULL,
    document       text   NOT NULL,
    state          text   NOT NULL,
    first_position bigint NOT NULL
);
