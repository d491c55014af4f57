/** Benchmarks of what Hongbi promises; scenarios of load have their place beside {@code marks}. */
@NullMarked
package io.hongbi.loadtest;

import org.jspecify.annotations.NullMarked;
