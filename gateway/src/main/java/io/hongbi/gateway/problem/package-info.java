/** The door's own errors as problem+json, and the trace id on every answer. */
@NullMarked
package io.hongbi.gateway.problem;

import org.jspecify.annotations.NullMarked;
