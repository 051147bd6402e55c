create table command.probe (line text not null);
