package io.hongbi.grading.intake;

import java.util.List;
import java.util.stream.Stream;

/** Workers of a share group: each thread has a consumer and takes one record at a time. */
final class ShareWorkers implements Workers {

    private final Workshop shop;
    private final List<ShareWorker> workers;
    private final Crew crew = new Crew();

    ShareWorkers(Workshop shop) {
        var group = new ShareGroup(shop.properties(), shop.clients());
        this.shop = shop;
        this.workers =
                Stream.generate(() -> new ShareWorker(shop, group))
                        .limit(shop.properties().workers())
                        .toList();
    }

    @Override
    public void start() {
        for (int i = 0; i < workers.size(); i++) {
            crew.start("grading-" + (i + 1), workers.get(i)::run);
        }
    }

    @Override
    public void stop() {
        shop.stop().give();
        workers.forEach(ShareWorker::wake);
        crew.end(shop.properties().drain());
    }

    @Override
    public boolean isAlive() {
        return crew.isAlive(shop.properties().stuck());
    }
}
