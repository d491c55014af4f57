package io.hongbi.testsupport.oss;

/** The CRC-64 of ECMA-182 as OSS sends it: reflected, and written as an unsigned number. */
final class Crc64 {

    private static final long POLYNOMIAL = 0xC96C5795D7870F42L;
    private static final long[] TABLE = table();

    private Crc64() {}

    static String of(byte[] bytes) {
        long crc = ~0L;
        for (byte value : bytes) {
            crc = TABLE[(int) (crc ^ value) & 0xFF] ^ (crc >>> 8);
        }
        return Long.toUnsignedString(~crc);
    }

    private static long[] table() {
        var table = new long[256];
        for (int i = 0; i < table.length; i++) {
            long crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
            }
            table[i] = crc;
        }
        return table;
    }
}
