/// The engines behind the AWS APIs on one machine: DynamoDB, SQS, S3 and SNS, on disk, in this
// process.
@NullMarked
package io.parler.local.engine;

import org.jspecify.annotations.NullMarked;
