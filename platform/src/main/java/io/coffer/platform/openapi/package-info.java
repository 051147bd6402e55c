/** The API's own description, and the page that tries it. */
@NullMarked
package io.coffer.platform.openapi;

import org.jspecify.annotations.NullMarked;
