/// Functions whose instances start from a snapshot (Lambda SnapStart).
@NullMarked
package io.parler.snapshot;

import org.jspecify.annotations.NullMarked;
