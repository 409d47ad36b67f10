/// SNS topics on one machine: the query protocol, filter policies, delivery to SQS queues.
@NullMarked
package io.parler.local.sns;

import org.jspecify.annotations.NullMarked;
