/// The local runtime: runs SAM templates on one machine.
@NullMarked
package io.parler.local;

import org.jspecify.annotations.NullMarked;
