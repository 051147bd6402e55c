CREATE INDEX IF NOT EXISTS ledger_entry_sub_ledger ON ledger_entry (code, sub_ledger, position, line);
CREATE INDEX IF NOT EXISTS ledger_entry_booked_at ON ledger_entry (booked_at);
