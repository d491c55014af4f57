/** What a teacher asks to be printed, checked field by field; the answers stand apart from it. */
@NullMarked
package io.hongbi.submission.worksheet.design;

import org.jspecify.annotations.NullMarked;
