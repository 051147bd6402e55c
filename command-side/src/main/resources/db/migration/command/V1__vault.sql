-- Personal data, encrypted. Clear text exists here in no column.

-- Which key-encryption key this vault was begun with. Tokens are computed under it: another key would quietly give
-- every value a second token.
create table vault_key (
    only_one    boolean primary key default true check (only_one),
    fingerprint text not null
);

-- One data key per subject, wrapped by the key-encryption key. Null: shredded, for ever.
create table vault_subject (
    subject     text primary key,
    wrapped_key bytea
);

-- The same value of two subjects has one token and two ciphertexts, so that each can be shredded alone.
create table vault_value (
    token      text  not null,
    subject    text  not null references vault_subject,
    ciphertext bytea not null,
    primary key (token, subject)
);

create index vault_value_of_subject on vault_value (subject);

-- What has to be shredded again after an old backup is restored.
create table vault_shredding (
    subject     text primary key,
    shredded_at timestamptz not null
);

revoke update, delete, truncate on vault_key, vault_shredding from ${runtimeRole};
