/** Tells whether a file is a whole photo, and what of it may be kept, without decoding a pixel. */
@NullMarked
package io.hongbi.submission.intake.image;

import org.jspecify.annotations.NullMarked;
