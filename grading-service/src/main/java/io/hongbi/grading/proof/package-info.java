/**
 * Has made-up photos of sheets read: proves a sheet before it is printed, and measures how well the
 * reader does on the ladder of bad photos.
 */
@NullMarked
package io.hongbi.grading.proof;

import org.jspecify.annotations.NullMarked;
