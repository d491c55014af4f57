/** Marks of a class to take along: tables, and marked pages. */
@NullMarked
package io.hongbi.submission.gradebook.export;

import org.jspecify.annotations.NullMarked;
