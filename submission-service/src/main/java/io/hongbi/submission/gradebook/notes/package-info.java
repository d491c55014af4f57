/** Notes that are excellent: candidates, what the teacher says, and what the student wants. */
@NullMarked
package io.hongbi.submission.gradebook.notes;

import org.jspecify.annotations.NullMarked;
