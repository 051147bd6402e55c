create table query.probe (line text not null);
