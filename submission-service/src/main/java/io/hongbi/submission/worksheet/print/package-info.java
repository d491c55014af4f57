/** Draws typeset sheets as vector PDF in open fonts, for the printer and for the proof. */
@NullMarked
package io.hongbi.submission.worksheet.print;

import org.jspecify.annotations.NullMarked;
