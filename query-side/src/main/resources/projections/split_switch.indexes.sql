CREATE INDEX IF NOT EXISTS split_switch_stopped ON split_switch (first_position) WHERE stopped;
