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

CREATE INDEX payment_order_tenant ON payment_order (tenant, first_position);
CREATE INDEX payment_order_state ON payment_order (state, first_position);
CREATE INDEX payment_order_contract ON payment_order (contract_id, first_position);
CREATE INDEX payment_order_excess ON payment_order (first_position) WHERE has_excess;
CREATE INDEX payment_order_first_position ON payment_order (first_position);
