package io.hongbi.grading.reading;

/** Opens readers that share the models; safe for any number of threads. */
public interface PageReaders {

    /** A new reader for one worker thread; the caller closes it. */
    PageReader open();

    /** Names the release and the models, for instance {@code 2026.11.1+page1}. */
    String readerVersion();
}
