/// Lambda on one machine: functions from their own archives, the Invoke API, the Runtime API, and
/// queues as event sources.
@NullMarked
package io.parler.local.lambda;

import org.jspecify.annotations.NullMarked;
