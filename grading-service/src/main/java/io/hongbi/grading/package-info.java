/** Stateless workers: photo in, reading out. */
@NullMarked
package io.hongbi.grading;

import org.jspecify.annotations.NullMarked;
