/** What every endpoint shares: lists with cursors, ETags, retries that get the first answer. */
@NullMarked
package io.hongbi.submission.web;

import org.jspecify.annotations.NullMarked;
