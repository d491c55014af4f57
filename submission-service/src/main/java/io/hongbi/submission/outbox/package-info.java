/** Tells Kafka what was written to the database: all of it, and only after it was written. */
@NullMarked
package io.hongbi.submission.outbox;

import org.jspecify.annotations.NullMarked;
