/// The engines behind the AWS APIs: DynamoDB, SQS, S3 and SNS, in this process, with their data on
/// disk.
@NullMarked
package io.parler.local.engine;

import org.jspecify.annotations.NullMarked;
