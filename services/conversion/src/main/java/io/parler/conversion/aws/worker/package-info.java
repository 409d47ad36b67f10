/// The Lambda function that converts the jobs of the queue.
@NullMarked
package io.parler.conversion.aws.worker;

import org.jspecify.annotations.NullMarked;
