package io.parler.snapshot;

import java.security.SecureRandom;
import java.security.Security;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;

/// The snapshot that Lambda SnapStart takes of a constructed function when a version of it is
/// published. Every instance of that version starts from it.
public final class Snapshot {
    private static final ScopedValue<Boolean> PRIMING = ScopedValue.newInstance();

    /// Bytes that `sun.security.provider.NativePRNG` reads ahead at most, once for all generators.
    private static final int MAX_RANDOM_BUFFER = 1 << 16;

    // The JDK caches addresses by its monotonic clock, which may stand still in a snapshot: an
    // instance would connect to the addresses of the day on which the version was published. It
    // reads this property at the first lookup of the process.
    static {
        if (isTaken(System.getenv())) {
            Security.setProperty("networkaddress.cache.ttl", "0");
        }
    }

    private Snapshot() {}

    /// Has the function primed before the snapshot is taken, if one is.
    public static void register(Primed function) {
        register((Resource) function);
    }

    /// Has the resource called before the snapshot is taken, and in each instance that starts from
    /// it. Where none is taken it does nothing. Keep the resource: it is referenced weakly.
    public static void register(Resource resource) {
        if (isTaken(System.getenv())) {
            Core.getGlobalContext().register(resource);
        }
    }

    static boolean isTaken(Map<String, String> environment) {
        return "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }

    /// Whether the current work primes a function: nobody waits for its result, and no connection
    /// that it opens may stay open.
    public static boolean isPriming() {
        return PRIMING.isBound();
    }

    /// Drops the random bytes that the JDK has read ahead of their use. Until then two instances
    /// would get the same ones.
    static void dropRandomBytes() {
        new SecureRandom().nextBytes(new byte[MAX_RANDOM_BUFFER]);
    }

    /// Primes a function as before a snapshot.
    public static void prime(Primed function) throws Exception {
        ScopedValue.where(PRIMING, true)
                .call(
                        () -> {
                            function.prime();
                            return true;
                        });
    }
}
