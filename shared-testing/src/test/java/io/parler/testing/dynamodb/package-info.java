/// Tests of the tables that tests are given.
@NullMarked
package io.parler.testing.dynamodb;

import org.jspecify.annotations.NullMarked;
