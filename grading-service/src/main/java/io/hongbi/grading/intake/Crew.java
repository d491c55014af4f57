package io.hongbi.grading.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Threads that go round a loop until they are told to stop. */
final class Crew {

    /** What a thread that was interrupted gets to give its record back. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final List<Member> members = new CopyOnWriteArrayList<>();

    private record Member(Thread thread, Pulse pulse) {}

    /**
     * Starts a thread.
     *
     * @param loop beats the pulse once a round
     */
    void start(String name, Consumer<Pulse> loop) {
        var pulse = new Pulse();
        var thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> loop.accept(pulse));
        members.add(new Member(thread, pulse));
        thread.start();
    }

    /** Whether all threads live and have gone round within the time. */
    boolean isAlive(Duration within) {
        return members.stream().allMatch(m -> m.thread().isAlive() && m.pulse().isWithin(within));
    }

    /** Waits for the threads to end; who takes longer is interrupted. */
    void end(Duration patience) {
        if (!join(patience)) {
            members.forEach(m -> m.thread().interrupt());
            join(LAST_WORDS);
        }
    }

    private boolean join(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (var member : members) {
                var left = Duration.ofNanos(deadline - System.nanoTime());
                if (member.thread().isAlive()
                        && !(left.isPositive() && member.thread().join(left))) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
