package io.hongbi.submission.intake;

import io.hongbi.submission.intake.image.Inspection.Sound;

/**
 * A page that may be stored.
 *
 * @param file what is stored: the photo without metadata; with the digest of the bytes received
 */
record CheckedPhoto(SpooledFile file, Sound photo) {}
