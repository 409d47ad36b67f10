/// What each queue consumer and each publisher is made of: the CloudEvents envelope, batches with
/// single failures, redelivery delays. What an event's `data` holds is each service's own affair.
@NullMarked
package io.parler.events;

import org.jspecify.annotations.NullMarked;
