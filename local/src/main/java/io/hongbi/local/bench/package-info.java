/** Measures the whole suite: latency, CPU and memory per page. */
@NullMarked
package io.hongbi.local.bench;

import org.jspecify.annotations.NullMarked;
