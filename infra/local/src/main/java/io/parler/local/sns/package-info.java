/// SNS: topics that deliver to SQS queues.
@NullMarked
package io.parler.local.sns;

import org.jspecify.annotations.NullMarked;
