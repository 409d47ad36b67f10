/// DynamoDB Local for tests: a server in memory, and tables as the services' templates describe
/// them.
@NullMarked
package io.parler.testing.dynamodb;

import org.jspecify.annotations.NullMarked;
