/** Names of things that travel between services: UUIDv7, one type each. */
@NullMarked
package io.hongbi.common.id;

import org.jspecify.annotations.NullMarked;
