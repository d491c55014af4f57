package io.hongbi.local.client;

/**
 * A photo to hand in.
 *
 * @param name a file name, for people
 * @param bytes JPEG; not copied, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Photo(String name, byte[] bytes) {}
