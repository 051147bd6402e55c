ALTER TABLE query.alarm ADD COLUMN merchant text;

COMMENT ON COLUMN query.alarm.merchant IS 'Whose contracts an alarm is about, for the equation that is checked per merchant.';
COMMENT ON COLUMN query.alarm.reported_at IS 'When the command side was told, for the equations that stop something.';
