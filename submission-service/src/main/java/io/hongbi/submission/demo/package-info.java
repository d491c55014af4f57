/** A school to try everything with, seeded when the profile {@code demo} is on. */
@NullMarked
package io.hongbi.submission.demo;

import org.jspecify.annotations.NullMarked;
