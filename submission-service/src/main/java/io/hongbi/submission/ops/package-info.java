/**
 * What operators see of the way of pages, and do about pages that were given up. No photos, no
 * names.
 */
@NullMarked
package io.hongbi.submission.ops;

import org.jspecify.annotations.NullMarked;
