/** What a reader saw on one page, the same in events, in REST and on the command line. */
@NullMarked
package io.hongbi.common.reading;

import org.jspecify.annotations.NullMarked;
