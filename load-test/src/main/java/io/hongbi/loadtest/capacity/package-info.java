/** How much of everything a load needs, from what single pages were measured to cost. */
@NullMarked
package io.hongbi.loadtest.capacity;

import org.jspecify.annotations.NullMarked;
