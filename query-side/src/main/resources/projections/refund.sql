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

COMMENT ON COLUMN refund.order_id IS 'None for a part of a terminated contract; account_id: only for one.';
COMMENT ON COLUMN refund.is_doubtful IS 'Nobody knows what became of it, or the channel contradicts itself.';
COMMENT ON COLUMN refund.document IS 'Who bears which part of a refund of split money too.';
