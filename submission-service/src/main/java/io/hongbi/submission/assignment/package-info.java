/** What students are asked to hand in, when, and what they see of it afterwards. */
@NullMarked
package io.hongbi.submission.assignment;

import org.jspecify.annotations.NullMarked;
