CREATE TABLE bank_statement (
    id           text   NOT NULL PRIMARY KEY,
    tenant       text,
    version      bigint NOT NULL,
    position     bigint NOT NULL,
    document     text   NOT NULL,
    completed_at text
);
