package io.hongbi.grading.simulation;

/**
 * A photo made up for trying and testing.
 *
 * @param name says what it shows, fit for a file name without its ending
 */
@SuppressWarnings("ArrayRecordComponent") // a file's bytes, handed over and never compared
public record SamplePhoto(String name, byte[] jpeg) {}
