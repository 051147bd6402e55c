/** The language that both sides of Coffer share: messages, money, identities and the rules of posting. */
@NullMarked
package io.coffer.api;

import org.jspecify.annotations.NullMarked;
