package io.parler.snapshot;

import io.parler.id.UuidV7Generator;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Instant;
import java.util.UUID;
import org.crac.Core;

/// Two instances from one state: a JVM that forks when it is primed. Each prints its first ids.
final class ForkedInstances {
    private static final UuidV7Generator IDS = new UuidV7Generator(() -> Instant.EPOCH);

    /// Then the kernel ends a process that hangs.
    private static final int LIMIT_SECONDS = 60;

    private ForkedInstances() {}

    public static void main(String[] arguments) throws Throwable {
        MethodHandle fork = function("fork");
        MethodHandle alarm = function("alarm", ValueLayout.JAVA_INT);
        MethodHandle exit = function("_exit", ValueLayout.JAVA_INT);
        Primed function = ForkedInstances::ids;
        function.beforeCheckpoint(Core.getGlobalContext());
        int child = (int) fork.invokeExact();
        int _ = (int) alarm.invokeExact(LIMIT_SECONDS);
        function.afterRestore(Core.getGlobalContext());
        System.out.println(ids());
        if (child == 0) {
            int _ = (int) exit.invokeExact(0); // a forked JVM can't end itself
        }
    }

    private static String ids() {
        return IDS.get() + " " + UUID.randomUUID();
    }

    @SuppressWarnings("restricted") // functions of the C library, called as it declares them
    private static MethodHandle function(String name, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find(name).orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }
}
