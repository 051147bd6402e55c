-- What open accounts still expect, and of whom. Written in the transaction that moves policy_position, so it can be rebuilt.
create table expected_payer (
    account_id      text not null,
    name_digest     text not null,
    custody_account text not null,
    primary key (account_id, name_digest)
);

create index expected_payer_name on expected_payer (name_digest, custody_account);

create table expected_payment (
    account_id text   not null,
    item       text   not null,
    expected   bigint not null,
    received   bigint not null,
    primary key (account_id, item)
);

comment on column expected_payer.name_digest is 'keyed digest of a buyer''s or lender''s name; no name is here';
