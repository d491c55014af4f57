package io.hongbi.submission.tenant;

import io.hongbi.common.id.SchoolId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction whose row-level security settings say which rows it may see. Outside
 * of one nothing is visible. Nested calls join the transaction that runs; they may widen it to the
 * system for their own time, but never turn to another school.
 */
@Component
public class Tenant {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    Tenant(PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    /**
     * Runs the work on the rows of one school.
     *
     * @throws IllegalStateException if work on another school's rows is running already
     */
    public <T extends @Nullable Object> T in(SchoolId school, Supplier<T> work) {
        return run(new Scope(school), work);
    }

    /** Runs the work on the rows of one school. */
    public void in(SchoolId school, Runnable work) {
        in(school, asSupplier(work));
    }

    /** Runs the work on all rows: sign-in, background work, counts for operators. */
    public <T extends @Nullable Object> T inSystem(Supplier<T> work) {
        return run(Scope.SYSTEM, work);
    }

    /** Runs the work on all rows: sign-in, background work, counts for operators. */
    public void inSystem(Runnable work) {
        inSystem(asSupplier(work));
    }

    private <T extends @Nullable Object> T run(Scope wanted, Supplier<T> work) {
        if (!CURRENT.isBound()) {
            return transactions.execute(_ -> apply(wanted, work));
        }
        var outer = CURRENT.get();
        if (outer.covers(wanted)) {
            return work.get();
        }
        if (!wanted.isSystem()) {
            throw new IllegalStateException("Work on one school's rows cannot turn to another's");
        }
        return widen(outer, work);
    }

    private <T extends @Nullable Object> T widen(Scope outer, Supplier<T> work) {
        try {
            T answer = apply(Scope.SYSTEM, work);
            set(outer);
            return answer;
        } catch (RuntimeException e) {
            narrowAfter(e, outer);
            throw e;
        }
    }

    private void narrowAfter(RuntimeException failure, Scope outer) {
        try {
            set(outer);
        } catch (RuntimeException e) { // the transaction is broken: nothing is visible any more
            failure.addSuppressed(e);
        }
    }

    private <T extends @Nullable Object> T apply(Scope scope, Supplier<T> work) {
        set(scope);
        return ScopedValue.where(CURRENT, scope).call(work::get);
    }

    private void set(Scope scope) {
        jdbc.sql(
                        """
                        select set_config('hongbi.school', ?, true), set_config('hongbi.scope', ?, true)
                        """)
                .params(scope.schoolSetting(), scope.scopeSetting())
                .query((_, _) -> scope)
                .single();
    }

    private static Supplier<@Nullable Void> asSupplier(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    /**
     * @param school null means all schools
     */
    private record Scope(@Nullable SchoolId school) {

        static final Scope SYSTEM = new Scope(null);

        boolean isSystem() {
            return school == null;
        }

        boolean covers(Scope other) {
            return isSystem() || equals(other);
        }

        String schoolSetting() {
            return school == null ? "" : school.toString();
        }

        String scopeSetting() {
            return isSystem() ? "system" : "";
        }
    }
}
