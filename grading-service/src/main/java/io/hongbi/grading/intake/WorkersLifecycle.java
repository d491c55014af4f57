package io.hongbi.grading.intake;

import org.springframework.context.SmartLifecycle;

/** Starts the workers last and stops them first, before what they work with is gone. */
final class WorkersLifecycle implements SmartLifecycle {

    private final Workers workers;
    private volatile boolean running;

    WorkersLifecycle(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void start() {
        workers.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        workers.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
