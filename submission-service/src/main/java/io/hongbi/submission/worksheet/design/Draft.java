package io.hongbi.submission.worksheet.design;

/** A design and the answers that came with it. */
public record Draft(SheetDesign design, AnswerKey key) {}
