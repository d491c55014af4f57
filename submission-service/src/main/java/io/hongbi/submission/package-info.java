/** The system of record: people, assignments, submissions and their readings. */
@NullMarked
package io.hongbi.submission;

import org.jspecify.annotations.NullMarked;
