/// The Lambda function of the REST API.
@NullMarked
package io.parler.conversion.aws.api;

import org.jspecify.annotations.NullMarked;
