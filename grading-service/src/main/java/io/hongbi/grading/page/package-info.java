/** Tells whether a photo shows homework, how much of the page is done, and how neat it is. */
@NullMarked
package io.hongbi.grading.page;

import org.jspecify.annotations.NullMarked;
