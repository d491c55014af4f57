/** What teachers decide about answers: overrides, claims, what was done, and its undoing. */
@NullMarked
package io.hongbi.submission.review;

import org.jspecify.annotations.NullMarked;
