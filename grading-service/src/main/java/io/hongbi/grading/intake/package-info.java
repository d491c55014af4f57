/** Takes pages from Kafka, has them read, and publishes the readings or a dead letter. */
@NullMarked
package io.hongbi.grading.intake;

import org.jspecify.annotations.NullMarked;
