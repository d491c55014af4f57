package io.hongbi.grading.intake;

/** Does what a record asks for; each worker thread has its own. */
interface DeliveryHandler extends AutoCloseable {

    /**
     * Does the work, all of it durably done when this returns. Any exception means that it has to
     * be tried again, or never can succeed: {@link Failure} tells which.
     *
     * @throws InterruptedException if the process stops and cannot wait any longer
     */
    void handle(Delivery delivery) throws InterruptedException;

    @Override
    default void close() {}
}
