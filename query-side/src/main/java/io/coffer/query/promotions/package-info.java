/** What campaigns gave, and what is left of their budgets. */
@NullMarked
package io.coffer.query.promotions;

import org.jspecify.annotations.NullMarked;
