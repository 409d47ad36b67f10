/// Tests of the DynamoDB tables for tests.
@NullMarked
package io.parler.testing.dynamodb;

import org.jspecify.annotations.NullMarked;
