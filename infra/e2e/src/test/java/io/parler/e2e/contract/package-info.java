/// Tests of the contracts: schemas, examples, OpenAPI, problems.
@NullMarked
package io.parler.e2e.contract;

import org.jspecify.annotations.NullMarked;
