CREATE TABLE merchant_contract (
    id             text   NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint NOT NULL,
    position       bigint NOT NULL,
    document       text   NOT NULL,
    merchant       text   NOT NULL,
    available      bigint NOT NULL,
    reserved       bigint NOT NULL,
    first_position bigint NOT NULL
);

COMMENT ON COLUMN merchant_contract.reserved IS 'By splits and refunds.';
