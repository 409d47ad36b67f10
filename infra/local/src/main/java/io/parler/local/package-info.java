/// The suite on one machine: what its templates describe, in this process.
@NullMarked
package io.parler.local;

import org.jspecify.annotations.NullMarked;
