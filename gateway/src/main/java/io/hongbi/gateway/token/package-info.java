/** Tokens checked at the door, before anything of the body is read. */
@NullMarked
package io.hongbi.gateway.token;

import org.jspecify.annotations.NullMarked;
