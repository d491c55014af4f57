/** How much is taken on at once, of whom, and which downstreams are left alone for a while. */
@NullMarked
package io.hongbi.submission.flow;

import org.jspecify.annotations.NullMarked;
