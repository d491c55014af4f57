package io.hongbi.submission.intake;

import java.security.SecureRandom;

/** Makes codes like 7K4M-2Q9X, without letters and digits that people mix up. */
final class ReceiptCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReceiptCode() {}

    static String next() {
        var code = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            if (i == 4) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
