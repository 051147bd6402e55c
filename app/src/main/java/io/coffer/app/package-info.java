/** The only executable: starts the command side, the query side or both. */
@NullMarked
package io.coffer.app;

import org.jspecify.annotations.NullMarked;
