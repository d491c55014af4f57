/**
 * Finds the place of every line, letter and box of a sheet, once for the printer and the reader.
 */
@NullMarked
package io.hongbi.submission.worksheet.typeset;

import org.jspecify.annotations.NullMarked;
