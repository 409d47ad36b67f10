package io.parler.snapshot;

import org.crac.Context;
import org.crac.Resource;

/// A function that does before its snapshot what its first requests will do, so that the snapshot
/// has all classes that they load and all code that they compile. Its constructor calls
/// [Snapshot#register].
public interface Primed extends Resource {
    /// Reads only: nothing that it does may be seen by others.
    ///
    /// @throws Exception when the version must not be published
    void prime() throws Exception;

    @Override
    default void beforeCheckpoint(Context<? extends Resource> context) throws Exception {
        Snapshot.prime(this);
    }

    /// Whatever else must not be the same in all instances is renewed by those who hold it.
    @Override
    default void afterRestore(Context<? extends Resource> context) {
        Snapshot.dropRandomBytes();
    }
}
