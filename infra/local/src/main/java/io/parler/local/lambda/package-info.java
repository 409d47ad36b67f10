/// Lambda functions, and the event source mappings that feed them from queues.
@NullMarked
package io.parler.local.lambda;

import org.jspecify.annotations.NullMarked;
