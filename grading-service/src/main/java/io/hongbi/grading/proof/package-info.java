/**
 * Has made-up sheets photographed and read: how well the reader does on the ladder of bad photos.
 */
@NullMarked
package io.hongbi.grading.proof;

import org.jspecify.annotations.NullMarked;
