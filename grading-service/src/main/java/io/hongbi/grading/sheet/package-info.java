/**
 * Finds a printed Hongbi sheet in a photo by its fiducials, tells which page it is, cuts its answer
 * places and reads its bubbles.
 */
@NullMarked
package io.hongbi.grading.sheet;

import org.jspecify.annotations.NullMarked;
