/**
 * Where everything lies on a printed sheet: the one contract from which the sheet is drawn and
 * read.
 */
@NullMarked
package io.hongbi.common.layout;

import org.jspecify.annotations.NullMarked;
