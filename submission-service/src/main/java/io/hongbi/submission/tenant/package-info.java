/** Runs work in transactions that see one school's rows, or all rows for work of no school. */
@NullMarked
package io.hongbi.submission.tenant;

import org.jspecify.annotations.NullMarked;
