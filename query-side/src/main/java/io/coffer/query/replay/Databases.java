package io.coffer.query.replay;

import javax.sql.DataSource;

/**
 * The credentials of the read side: the owner makes schemas and views, the runtime role writes and reads rows.
 *
 * @param rows the runtime role's pool for projections, apart from the pool of the reads
 */
record Databases(DataSource owner, DataSource rows, String runtimeRole) {}
