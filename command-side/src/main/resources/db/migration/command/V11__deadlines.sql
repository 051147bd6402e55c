-- An aggregate may wait for several things at once.
alter table deadline drop constraint deadline_pkey, add primary key (aggregate_id, name);

-- What came due already and is tried again: few, and looked at in every sweep.
create index deadline_retried on deadline (due) where attempt > 0;

-- db-scheduler's own table. It holds the turns of the nodes, no business.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
