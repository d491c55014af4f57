/** A real PostgreSQL server from the programs on Maven Central, as a child process. */
@NullMarked
package io.hongbi.local.postgres;

import org.jspecify.annotations.NullMarked;
