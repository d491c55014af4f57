/** Errors as people and programs read them: problem+json in Chinese and English. */
@NullMarked
package io.hongbi.platform.problem;

import org.jspecify.annotations.NullMarked;
