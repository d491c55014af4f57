/** Finds sums on any page and reads what is asked and what is answered; it never judges them. */
@NullMarked
package io.hongbi.grading.arithmetic;

import org.jspecify.annotations.NullMarked;
