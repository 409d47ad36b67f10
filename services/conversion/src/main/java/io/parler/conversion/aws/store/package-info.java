/// Stores in S3 and DynamoDB.
@NullMarked
package io.parler.conversion.aws.store;

import org.jspecify.annotations.NullMarked;
