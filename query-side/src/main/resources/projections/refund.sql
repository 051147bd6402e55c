CREATE TABLE refund (
    id             text    NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint  NOT NULL,
    position       bigint  NOT NULL,
    document       text    NOT NULL,
    state          text    NOT NULL,
    order_id       text,
    account_id     text,
    is_doubtful    boolean NOT NULL,
    first_position bigint  NOT NULL
);

CREATE INDEX refund_tenant ON refund (tenant, first_position);
CREATE INDEX refund_state ON refund (state, first_position);
CREATE INDEX refund_order ON refund (order_id, first_position);
CREATE INDEX refund_account ON refund (account_id, first_position) WHERE account_id IS NOT NULL;
CREATE INDEX refund_doubtful ON refund (first_position) WHERE is_doubtful;
CREATE INDEX refund_first_position ON refund (first_position);

COMMENT ON COLUMN refund.order_id IS 'None for a part of a terminated contract; account_id: only for one.';
COMMENT ON COLUMN refund.is_doubtful IS 'Nobody knows what became of it, or the channel contradicts itself.';
COMMENT ON COLUMN refund.document IS 'Who bears which part of a refund of split money too.';
