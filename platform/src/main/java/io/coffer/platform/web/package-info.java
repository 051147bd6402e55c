/** The edge of HTTP: strict bodies, headers as values, and every refusal as a problem. */
@NullMarked
package io.coffer.platform.web;

import org.jspecify.annotations.NullMarked;
