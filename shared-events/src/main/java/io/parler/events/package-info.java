/// Events between services: reading them from a queue, and publishing them to the topic.
@NullMarked
package io.parler.events;

import org.jspecify.annotations.NullMarked;
