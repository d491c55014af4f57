/** Works out what a sum asks for, exactly, and whether an answer is that. */
@NullMarked
package io.hongbi.submission.marking.sum;

import org.jspecify.annotations.NullMarked;
