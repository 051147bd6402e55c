/** Who is asking: tokens of one OAuth2 issuer become actors. */
@NullMarked
package io.coffer.platform.security;

import org.jspecify.annotations.NullMarked;
