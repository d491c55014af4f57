/** Schools (the tenants), their classes, who teaches and who is enrolled in them. */
@NullMarked
package io.hongbi.submission.school;

import org.jspecify.annotations.NullMarked;
