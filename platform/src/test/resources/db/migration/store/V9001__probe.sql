create table store.probe (line text not null);
grant select, insert on store.probe to ${runtimeRole};
