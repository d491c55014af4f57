package io.hongbi.local.chaos;

/**
 * What became of the pages.
 *
 * @param accepted answered with 202
 * @param stored rows of pages, which must be as many: a repeated request makes no second
 * @param answered pages with a reading
 * @param failed pages that were given up
 * @param readTwice pages with more than one reading
 * @param notified submissions in the inbox
 * @param notifiedTwice states of a submission that are in it more than once
 * @param retries repeated requests
 * @param refused pages never accepted
 * @param notReplaced processes that did not come back in time
 */
public record Tally(
        int accepted,
        int stored,
        int answered,
        int failed,
        int readTwice,
        int notified,
        int notifiedTwice,
        int retries,
        int refused,
        int notReplaced) {

    /** Whether every accepted page was answered once, and nothing happened twice. */
    public boolean isRight() {
        return accepted > 0
                && accepted == stored
                && accepted == answered
                && accepted == notified
                && failed + readTwice + notifiedTwice + refused + notReplaced == 0;
    }

    /** The figures, a line each. */
    public String lines() {
        return """
          accepted 已接收          %6d
          stored 已入库            %6d
          answered 已批阅          %6d
          failed 失败              %6d
          answered twice 重复批阅  %6d
          notified 已通知          %6d
          notified twice 重复通知  %6d
          retries 客户端重试       %6d
          refused 被拒绝           %6d
          not replaced 未恢复      %6d
        """
                .formatted(
                        accepted,
                        stored,
                        answered,
                        failed,
                        readTwice,
                        notified,
                        notifiedTwice,
                        retries,
                        refused,
                        notReplaced);
    }
}
