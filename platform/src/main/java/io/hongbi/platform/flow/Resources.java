package io.hongbi.platform.flow;

import java.util.Set;

/**
 * What a service's rules are about. A service that has this as a bean follows rules: those of its
 * {@code flow-rules.json}, or a file's, or the document {@code <service>-flow-rules.json} of a
 * Nacos.
 *
 * @param budgets what requests cost from; each request's {@link Parameters} may be limited
 * @param downstreams what is asked from here, and cut off while it fails or is slow
 */
public record Resources(Set<String> budgets, Set<String> downstreams) {

    public Resources {
        budgets = Set.copyOf(budgets);
        downstreams = Set.copyOf(downstreams);
    }
}
