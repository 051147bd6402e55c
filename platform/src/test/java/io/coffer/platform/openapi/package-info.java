/** The API's own description, compared with what the API does. */
@NullMarked
package io.coffer.platform.openapi;

import org.jspecify.annotations.NullMarked;
