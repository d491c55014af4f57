package io.hongbi.grading.page;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Homework;

/**
 * What the network makes of a page.
 *
 * @param completion told whether it is homework or not; of use only where it is
 */
public record RecognisedPage(Homework homework, Completion completion) {}
