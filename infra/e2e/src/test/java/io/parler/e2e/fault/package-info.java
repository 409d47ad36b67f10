/// Tests of faults: a process is killed, a message is broken, the machine stops.
@NullMarked
package io.parler.e2e.fault;

import org.jspecify.annotations.NullMarked;
