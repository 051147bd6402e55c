/** The side that decides: rules, aggregates, policies, channel ports and REST commands. */
@NullMarked
package io.coffer.command;

import org.jspecify.annotations.NullMarked;
