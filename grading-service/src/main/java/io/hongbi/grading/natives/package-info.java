/** Unpacks the native libraries once per machine and loads them; knows nothing of photos. */
@NullMarked
package io.hongbi.grading.natives;

import org.jspecify.annotations.NullMarked;
