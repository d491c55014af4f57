/** What marks cost: computed, looked at, changed, taken back, exported. */
@NullMarked
package io.hongbi.loadtest.marks;

import org.jspecify.annotations.NullMarked;
