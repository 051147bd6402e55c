/** What every slice speaks: identities, actors, parties, evidence, commands, events and refusals. */
@NullMarked
package io.coffer.api.kernel;

import org.jspecify.annotations.NullMarked;
