/** One trace from the first request to the last consumer: captured, stored, continued. */
@NullMarked
package io.hongbi.platform.trace;

import org.jspecify.annotations.NullMarked;
