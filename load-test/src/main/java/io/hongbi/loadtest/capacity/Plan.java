package io.hongbi.loadtest.capacity;

/**
 * What a load needs. Taking pages in is paid for by the rate at which they come, reading them by
 * that at which they are to be answered.
 *
 * @param gateway cores, as the next four
 * @param workers of grading-service; threads, as each reads on one core
 * @param connections to the database, of all pods
 * @param ingress bits a second from phones
 * @param stored bytes a second into the store
 * @param kafka bytes a second into the broker
 */
record Plan(
        double gateway,
        double submission,
        double workers,
        double kafka,
        double postgresql,
        double notification,
        long connections,
        double ingress,
        double stored,
        double kafkaBytes) {

    static Plan of(Demand demand, Costs costs) {
        double in = demand.acceptedPerSecond();
        double out = demand.readPerSecond();
        double submission = costs.cores("submission", (in + out) / 2); // takes in, keeps readings
        double notification = costs.cores("notification", out);
        return new Plan(
                costs.cores("gateway", in),
                submission,
                costs.cores("grading", out),
                costs.cores("kafka", (in + out) / 2),
                costs.cores("postgresql", (in + out) / 2),
                notification,
                pods("submission", submission, costs) * Math.round(costs.of("pool.submission"))
                        + pods("notification", notification, costs)
                                * Math.round(costs.of("pool.notification")),
                in * costs.of("bytes.photo") * 8,
                in * costs.of("bytes.photo") + out * costs.of("bytes.derived"),
                out * costs.of("bytes.kafka"));
    }

    /** Two at least, so that one may go. */
    static long pods(String part, double cores, Costs costs) {
        return Math.max(2, (long) Math.ceil(cores / costs.of("cores." + part)));
    }

    double cores() {
        return gateway + submission + workers + kafka + postgresql + notification;
    }
}
