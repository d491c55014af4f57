/** Has a sheet filled in, photographed and read by simulation before anybody prints it. */
@NullMarked
package io.hongbi.submission.worksheet.proof;

import org.jspecify.annotations.NullMarked;
