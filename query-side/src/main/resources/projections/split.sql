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

CREATE INDEX split_tenant ON split (tenant, first_position);
CREATE INDEX split_contract ON split (contract, first_position);
CREATE INDEX split_order ON split (order_id, first_position);
CREATE INDEX split_merchant ON split (merchant, first_position);
CREATE INDEX split_first_position ON split (first_position);
