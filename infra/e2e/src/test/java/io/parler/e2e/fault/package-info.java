/// What a suite does when a process is killed, a message is broken or the machine stops.
@NullMarked
package io.parler.e2e.fault;

import org.jspecify.annotations.NullMarked;
