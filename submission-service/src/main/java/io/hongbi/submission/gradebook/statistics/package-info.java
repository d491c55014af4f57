/** What a class made of an assignment and of each of its items. */
@NullMarked
package io.hongbi.submission.gradebook.statistics;

import org.jspecify.annotations.NullMarked;
