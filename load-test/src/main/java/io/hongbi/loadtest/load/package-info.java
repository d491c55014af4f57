/**
 * Load on a running suite: scenarios of Gatling, whose assertions are the limits that are promised.
 * Started by {@code ./hongbi load}; goes to the suite of this machine only.
 */
@NullMarked
package io.hongbi.loadtest.load;

import org.jspecify.annotations.NullMarked;
