-- Where the policies stand in the log. One row: all policies read together.
create table policy_position (
    name     text   primary key,
    position bigint not null
);

insert into policy_position (name, position) values ('policies', 0);

-- Events that a policy could not work off. Later events of the same aggregate wait behind the first.
create table policy_letter (
    policy       text        not null,
    aggregate_id text        not null,
    position     bigint      not null,
    reason       text        not null,
    attempts     integer     not null default 1,
    parked_at    timestamptz not null,
    retry_at     timestamptz not null,
    primary key (policy, aggregate_id, position)
);

-- What is to be done when. Derived from events in the transaction that moves policy_position, so it can be rebuilt.
create table deadline (
    aggregate_id text        primary key,
    name         text        not null,
    due          timestamptz not null,
    attempt      integer     not null default 0,
    cause        bigint      not null
);

create index deadline_due on deadline (due);

comment on column deadline.cause is 'position of the event that set it';
