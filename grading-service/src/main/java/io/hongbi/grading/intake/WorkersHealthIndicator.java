package io.hongbi.grading.intake;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Part of liveness: a thread that died or hangs is mended by a restart only. */
final class WorkersHealthIndicator extends AbstractHealthIndicator {

    private final Workers workers;

    WorkersHealthIndicator(Workers workers) {
        super("The workers cannot be asked");
        this.workers = workers;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(workers.isAlive() ? Status.UP : Status.DOWN);
    }
}
