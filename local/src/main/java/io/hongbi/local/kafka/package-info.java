/** A real single-node Kafka broker (KRaft) as a child process. */
@NullMarked
package io.hongbi.local.kafka;

import org.jspecify.annotations.NullMarked;
