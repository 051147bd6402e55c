ALTER TABLE query.alarm ADD COLUMN merchant text NOT NULL DEFAULT '';
ALTER TABLE query.alarm ADD COLUMN confirmed boolean NOT NULL DEFAULT false;
ALTER TABLE query.alarm DROP CONSTRAINT alarm_pkey;
ALTER TABLE query.alarm ADD CONSTRAINT alarm_pkey PRIMARY KEY (equation, first_position, merchant);

COMMENT ON TABLE query.alarm IS 'Equations that did not hold, once per first event and merchant; outlives every generation.';
COMMENT ON COLUMN query.alarm.merchant IS 'Whose contracts an alarm is about, for the equation that is checked per merchant; else empty.';
COMMENT ON COLUMN query.alarm.confirmed IS 'By the live generation, or by a look at it: what only a build says may be the fault of the build.';
COMMENT ON COLUMN query.alarm.reported_at IS 'When the command side was told, for the equations that stop something.';
