/** What is known of payment orders: what is to be paid, what came, and what of it is promised back. */
@NullMarked
package io.coffer.query.payments;

import org.jspecify.annotations.NullMarked;
