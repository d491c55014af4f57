/** Turns bytes into an upright grey raster, tells how good the photo is, and makes the preview. */
@NullMarked
package io.hongbi.grading.photo;

import org.jspecify.annotations.NullMarked;
