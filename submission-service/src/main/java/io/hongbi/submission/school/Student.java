package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody enrolled in a class.
 *
 * @param number the student number, unique within the school; null where the school gave none
 */
public record Student(PersonId id, @Nullable String number, String name) {}
