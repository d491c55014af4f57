package io.hongbi.submission.gradebook;

import io.hongbi.submission.gradebook.ReleaseSchedule.Due;
import io.hongbi.submission.tenant.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Releases marks at the time set for it. What is due is kept in the database, so it outlives
 * restarts, and replicas that try at once do it once.
 */
@Component
class ScheduledRelease {

    private static final Logger log = LoggerFactory.getLogger(ScheduledRelease.class);

    private final Tenant tenant;
    private final ReleaseSchedule schedule;
    private final ReleaseDesk desk;

    ScheduledRelease(Tenant tenant, ReleaseSchedule schedule, ReleaseDesk desk) {
        this.tenant = tenant;
        this.schedule = schedule;
        this.desk = desk;
    }

    @Scheduled(fixedDelayString = "${hongbi.gradebook.release.every:PT5S}")
    void release() {
        tenant.inSystem(schedule::due).forEach(this::release);
    }

    /** One that fails keeps no other from its release, and is tried again. */
    private void release(Due due) {
        try {
            if (desk.releaseIfDue(due.school(), due.id())) {
                log.info("Released the marks of assignment {} as scheduled", due.id());
            }
        } catch (RuntimeException e) {
            log.error("Could not release the marks of assignment {}", due.id(), e);
        }
    }
}
