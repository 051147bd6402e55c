/** PostgreSQL for both sides: embedded or given, guarded before use, migrated by its owner, used by its runtime role. */
@NullMarked
package io.coffer.platform.database;

import org.jspecify.annotations.NullMarked;
