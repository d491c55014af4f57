/** What services tell each other over Kafka: ids and references, never photos or answer keys. */
@NullMarked
package io.hongbi.common.event;

import org.jspecify.annotations.NullMarked;
