/**
 * Takes pages in: bounded spool, checks, the object store, then rows and outbox in one transaction.
 */
@NullMarked
package io.hongbi.submission.intake;

import org.jspecify.annotations.NullMarked;
