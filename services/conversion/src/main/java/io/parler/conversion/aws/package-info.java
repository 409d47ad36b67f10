/// The functions of this service and what they run on: Lambda, SQS, SNS, S3, Polly and load-post.
@NullMarked
package io.parler.conversion.aws;

import org.jspecify.annotations.NullMarked;
